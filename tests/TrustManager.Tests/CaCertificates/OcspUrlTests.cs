using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class OcspUrlTests
{
    private const string Allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";

    [Theory]
    [InlineData("http://ocsp.corp.example.mil")]
    [InlineData("http://ocsp.corp.example.mil/")]
    [InlineData("http://OCSP.Example.COM:8080/ocsp/ca-1")]
    [InlineData("http://ocsp.example.xn--p1ai/ocsp")]
    [InlineData("http://10.1.2.3/ocsp")]
    [InlineData("http://1.example.com")]
    public void A_URL_that_AD_Connector_can_use_has_no_problem(string url) => Assert.Empty(OcspUrl.Problems(url));

    [Theory]
    [InlineData("HTTP://ocsp.example.mil", "has its scheme in capital letters")]
    [InlineData("Http://ocsp.example.mil/ocsp", "has its scheme in capital letters")]
    [InlineData("http://ocsp.example.mil.", "'ocsp.example.mil.' with a final dot")]
    [InlineData("http://ocsp.example.mil./ocsp", "Write it as 'ocsp.example.mil'.")]
    [InlineData("http://10.1.2.3./ocsp", "Write it as '10.1.2.3'.")]
    [InlineData("http://ocsp.example.mil/ocsp.", "ends in '.'")]
    [InlineData("http://ocsp.example.mil/ocsp;", "ends in ';'")]
    public void What_is_written_otherwise_than_usual_is_the_only_problem_and_is_named(string url, string said) =>
        Assert.Contains(said, Assert.Single(OcspUrl.Problems(url)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "not an absolute URL")]
    [InlineData("ocsp.example.mil", "not an absolute URL")]
    [InlineData("/ocsp", "OCSP URL '/ocsp'")]
    [InlineData("https://ocsp.example.mil", "the scheme 'https'")]
    [InlineData("ldap://ocsp.example.mil/x", "the scheme 'ldap'")]
    [InlineData("http://me:secret@ocsp.example.mil", "user name or password")]
    [InlineData("http://ocsp.example.mil/?ca=1", "query or a fragment")]
    [InlineData("http://ocsp.example.mil/#ca", "query or a fragment")]
    [InlineData("http://ocsp", "one label")]
    [InlineData("http://ocsp.corp.local", "'local' is no top-level domain")]
    [InlineData("http://ocsp.internal", "'internal'")]
    [InlineData("http://ocsp.CORP", "'corp'")]
    [InlineData("http://ocsp.home", "'home'")]
    [InlineData("http://ocsp.lan", "'lan'")]
    [InlineData("http://ocsp.private", "'private'")]
    [InlineData("http://ocsp.intranet", "'intranet'")]
    [InlineData("http://ocsp.test", "'test'")]
    [InlineData("http://ocsp.example", "'example'")]
    [InlineData("http://ocsp.invalid", "'invalid'")]
    [InlineData("http://a.localhost", "'localhost'")]
    [InlineData("http://ocsp.onion", "'onion'")]
    [InlineData("http://ocsp.home.arpa", "'arpa'")]
    [InlineData("http://ocsp.alt", "'alt'")]
    [InlineData("http://ocsp.domain", "'domain'")]
    [InlineData("http://ocsp.pki1", "'pki1'")]
    [InlineData("http://ocsp.example.x", "'x'")]
    [InlineData("http://ocsp_1.example.mil", "no DNS name")]
    [InlineData("http://-a.example.mil", "no DNS name")]
    [InlineData("http://ocsp.example.mil./", "with a final dot")]
    [InlineData("http://ocsp.b\u00fccher.de", "no DNS name")]
    [InlineData("http://[2001:db8::1]/", "IPv6")]
    [InlineData("http://10.1/ocsp", "written otherwise")]
    [InlineData("http://127.0.0.1/", "only itself")]
    [InlineData("http://ocsp.example.mil/a\"b", "characters")]
    [InlineData(" http://ocsp.example.mil", "characters")]
    public void A_URL_that_it_cannot_use_is_refused_with_the_reason(string url, string problem) =>
        Assert.Contains(OcspUrl.Problems(url), found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_password_is_not_repeated() =>
        Assert.DoesNotContain(
            OcspUrl.Problems("http://me:secret@ocsp.example.mil"),
            found => found.Contains("secret", StringComparison.Ordinal));

    [Fact]
    public void All_problems_are_told_at_once() =>
        Assert.Equal(4, OcspUrl.Problems("https://me@ocsp.local/?q").Count);

    [Theory]
    [InlineData(114, "", 0)]
    [InlineData(114, "/", 0)]
    [InlineData(115, "", 1)]
    [InlineData(2000, "", 1)]
    public void A_request_has_to_fit_behind_the_URL(int length, string end, int problems) =>
        Assert.Equal(problems, OcspUrl.Problems("http://ocsp.example.mil/".PadRight(length, 'a') + end).Count);

    [Fact]
    public void Names_under_a_public_domain_are_taken_up_to_their_length() =>
        Prop.ForAll(
            Gen.Elements(Allowed.ToCharArray()).ArrayOf(30).ToArbitrary(),
            letters =>
            {
                var label = new string(letters);

                return OcspUrl.Problems($"http://{label}.example.mil").Count
                    == (label.StartsWith('-') || label.EndsWith('-') ? 1 : 0);
            }).QuickCheckThrowOnFailure();
}
