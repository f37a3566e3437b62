using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class SuccessorCheckTests
{
    private static readonly DateTimeOffset From = SomeRenewal.Now.AddDays(-1);
    private static readonly DateTimeOffset Until = SomeRenewal.Now.AddYears(5);

    private readonly CaKey _key = new("Agency CA");
    private readonly CaKey _parent = new("Agency Root CA");

    [Fact]
    public void The_same_name_and_key_for_longer_is_a_successor()
    {
        Assert.Empty(SuccessorCheck.Problems(Root(SomeRenewal.Now), Root(Until), null));
        Assert.Empty(SuccessorCheck.Problems(Below(SomeRenewal.Now), Below(Until), 0));
    }

    [Fact]
    public void A_root_may_lose_a_path_length_but_not_get_a_tighter_one()
    {
        var limited = _key.SelfSigned(From, SomeRenewal.Now, pathLength: 1);

        Assert.Empty(SuccessorCheck.Problems(limited, Root(Until), null));
        Assert.Contains("path length", OnlyProblem(limited, _key.SelfSigned(From, Until, pathLength: 0), null), StringComparison.Ordinal);
        Assert.Contains("path length", OnlyProblem(Root(SomeRenewal.Now), _key.SelfSigned(From, Until, 5), null), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_is_refused() => Assert.Contains(
        "public key",
        string.Join("; ", SuccessorCheck.Problems(Root(SomeRenewal.Now), new CaKey("Agency CA").SelfSigned(From, Until), null)),
        StringComparison.Ordinal);

    [Fact]
    public void Another_name_is_refused() => Assert.Contains(
        "its subject is \"CN=Other\"",
        OnlyProblem(Below(SomeRenewal.Now), Below(Until, csr: _key.Request("CN=Other").CreateSigningRequestPem()), 0),
        StringComparison.Ordinal);

    [Fact]
    public void What_does_not_last_longer_is_refused() =>
        Assert.Contains("it expires on", OnlyProblem(Root(Until), Root(Until), null), StringComparison.Ordinal);

    [Fact]
    public void Another_path_length_than_asked_for_is_refused() => Assert.Contains(
        "path length is 0, not 1", OnlyProblem(Below(SomeRenewal.Now), Below(Until), 1), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_CA_certificate_is_refused()
    {
        var leaf = _parent.Sign(_key.Csr, From, Until, 0, request =>
        {
            request.CertificateExtensions.Clear();
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        });

        var problems = string.Join("; ", SuccessorCheck.Problems(Below(SomeRenewal.Now), Chained(leaf), 0));

        Assert.Contains("do not make it a CA certificate", problems, StringComparison.Ordinal);
        Assert.Contains("key usage", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_did_not_sign_it_is_refused()
    {
        var strangers = new CaKey("Agency Root CA").SelfSigned(From, Until);

        Assert.Contains(
            "not signed by",
            OnlyProblem(Below(SomeRenewal.Now), Below(Until) with { Chain = strangers.Certificate }, 0),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_subordinate_without_its_chain_is_refused() => Assert.Contains(
        "without the chain", OnlyProblem(Below(SomeRenewal.Now), Below(Until) with { Chain = null }, 0), StringComparison.Ordinal);

    [Fact]
    public void A_chain_that_ends_below_its_root_is_refused() => Assert.Contains(
        "which is no root",
        OnlyProblem(
            Below(SomeRenewal.Now),
            new CertificateAndChain(Below(Until).Certificate, new CaKey("Other").Sign(_parent.Csr, From, Until, 1).ExportCertificatePem()),
            0),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void What_cannot_be_read_is_refused(string pem) => Assert.Contains(
        "cannot be read",
        OnlyProblem(Root(SomeRenewal.Now), new CertificateAndChain(pem, null), null),
        StringComparison.Ordinal);

    private static string OnlyProblem(CertificateAndChain present, CertificateAndChain issued, int? pathLength) =>
        Assert.Single(SuccessorCheck.Problems(present, issued, pathLength));

    private CertificateAndChain Root(DateTimeOffset until) => _key.SelfSigned(From, until);

    private CertificateAndChain Below(DateTimeOffset until, string? csr = null) =>
        Chained(_parent.Sign(csr ?? _key.Csr, From, until, 0));

    private CertificateAndChain Chained(X509Certificate2 certificate) =>
        new(certificate.ExportCertificatePem(), _parent.SelfSigned(From, SomeRenewal.Now.AddYears(10)).Certificate);
}
