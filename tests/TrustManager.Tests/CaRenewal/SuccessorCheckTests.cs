using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Tests.CaCertificates;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class SuccessorCheckTests
{
    private static readonly DateTimeOffset From = SomeRenewal.Now.AddDays(-1);
    private static readonly DateTimeOffset Until = SomeRenewal.Now.AddYears(5);

    private static readonly ReissueSettings Terms = SomeRenewal.SubordinateReissue;
    private static readonly ReissueSettings RootTerms = SomeRenewal.Reissue;

    private readonly CaKey _key = new("Agency CA");
    private readonly CaKey _parent = new("Agency Root CA");

    [Fact]
    public void The_same_name_and_key_for_longer_is_a_successor()
    {
        Assert.Empty(SuccessorCheck.Problems(Root(SomeRenewal.Now), Root(Until), RootTerms));
        Assert.Empty(SuccessorCheck.Problems(Below(SomeRenewal.Now), Below(Until), Terms));
    }

    [Fact]
    public void A_root_may_lose_a_path_length_but_not_get_a_tighter_one()
    {
        var limited = _key.SelfSigned(From, SomeRenewal.Now, pathLength: 1);

        Assert.Empty(SuccessorCheck.Problems(limited, Root(Until), RootTerms));
        Assert.Contains("path length", OnlyProblem(limited, _key.SelfSigned(From, Until, pathLength: 0), RootTerms), StringComparison.Ordinal);
        Assert.Contains("path length", OnlyProblem(Root(SomeRenewal.Now), _key.SelfSigned(From, Until, 5), RootTerms), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_is_refused() => Assert.Contains(
        "public key",
        string.Join("; ", SuccessorCheck.Problems(Root(SomeRenewal.Now), new CaKey("Agency CA").SelfSigned(From, Until), RootTerms)),
        StringComparison.Ordinal);

    [Fact]
    public void Another_name_is_refused() => Assert.Contains(
        "its subject is \"CN=Other\"",
        OnlyProblem(Below(SomeRenewal.Now), Below(Until, csr: _key.Request("CN=Other").CreateSigningRequestPem()), Terms),
        StringComparison.Ordinal);

    [Fact]
    public void What_does_not_last_longer_is_refused() =>
        Assert.Contains("it expires on", OnlyProblem(Root(Until), Root(Until), RootTerms), StringComparison.Ordinal);

    [Fact]
    public void Another_path_length_than_asked_for_is_refused() => Assert.Contains(
        "path length is 0, not 1", OnlyProblem(Below(SomeRenewal.Now), Below(Until), Terms with { PathLength = 1 }), StringComparison.Ordinal);

    [Theory]
    [InlineData("2.5.29.30", "name constraints", RenewalChange.NameConstraints)]
    [InlineData("2.5.29.32", "certificate policies", RenewalChange.CertificatePolicies)]
    [InlineData("2.5.29.36", "policy constraints", RenewalChange.PolicyConstraints)]
    [InlineData("2.5.29.37", "extended key usage", RenewalChange.ExtendedKeyUsage)]
    public void An_extension_that_limits_is_the_same_or_refused_unless_the_change_is_allowed(
        string oid, string name, RenewalChange change)
    {
        var (one, other) = (SomeExtensions.Added(oid, false, [0x30, 0]), SomeExtensions.Added(oid, true, [0x30, 0]));
        (Action<CertificateRequest>? Present, Action<CertificateRequest>? Issued, string? Problem)[] cases =
        [
            (null, null, null),
            (one, one, null),
            (one, null, $"it has no {name}, which the present one has"),
            (null, one, $"it has {name}, which the present one does not have"),
            (one, other, $"it has other {name}"),
        ];

        Assert.All(cases, each =>
        {
            var (present, issued) = (With(SomeRenewal.Now, each.Present), With(Until, each.Issued));

            Assert.Equal(each.Problem, SuccessorCheck.Problems(present, issued, Terms).SingleOrDefault());
            Assert.Empty(SuccessorCheck.Problems(present, issued, Terms with { AllowChanges = [change] }));
        });
    }

    [Fact]
    public void Another_issuer_is_refused_unless_that_is_allowed()
    {
        var other = new CaKey("Other Root CA");
        var issued = new CertificateAndChain(
            other.Sign(_key.Csr, From, Until, 0).ExportCertificatePem(),
            other.SelfSigned(From, SomeRenewal.Now.AddYears(10)).Certificate);

        Assert.Contains(
            "did not issue the present certificate",
            OnlyProblem(Below(SomeRenewal.Now), issued, Terms),
            StringComparison.Ordinal);
        Assert.Empty(SuccessorCheck.Problems(
            Below(SomeRenewal.Now), issued, Terms with { AllowChanges = [RenewalChange.Issuer] }));
    }

    [Fact]
    public void What_is_no_CA_certificate_is_refused()
    {
        var leaf = _parent.Sign(_key.Csr, From, Until, 0, request =>
        {
            request.CertificateExtensions.Clear();
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        });

        var problems = string.Join("; ", SuccessorCheck.Problems(Below(SomeRenewal.Now), Chained(leaf), Terms));

        Assert.Contains("do not make it a CA certificate", problems, StringComparison.Ordinal);
        Assert.Contains("key usage", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_that_did_not_sign_it_is_refused()
    {
        var strangers = new CaKey("Agency Root CA").SelfSigned(From, Until);

        Assert.Contains(
            "not signed by",
            string.Join("; ", SuccessorCheck.Problems(
                Below(SomeRenewal.Now), Below(Until) with { Chain = strangers.Certificate }, Terms)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_subordinate_without_its_chain_is_refused() => Assert.Contains(
        "without the chain", OnlyProblem(Below(SomeRenewal.Now), Below(Until) with { Chain = null }, Terms), StringComparison.Ordinal);

    [Fact]
    public void A_chain_that_ends_below_its_root_is_refused() => Assert.Contains(
        "which is no root",
        OnlyProblem(
            Below(SomeRenewal.Now),
            new CertificateAndChain(Below(Until).Certificate, new CaKey("Other").Sign(_parent.Csr, From, Until, 1).ExportCertificatePem()),
            Terms),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void What_cannot_be_read_is_refused(string pem) => Assert.Contains(
        "cannot be read",
        OnlyProblem(Root(SomeRenewal.Now), new CertificateAndChain(pem, null), RootTerms),
        StringComparison.Ordinal);

    private static string OnlyProblem(CertificateAndChain present, CertificateAndChain issued, ReissueSettings settings) =>
        Assert.Single(SuccessorCheck.Problems(present, issued, settings));

    private CertificateAndChain Root(DateTimeOffset until) => _key.SelfSigned(From, until);

    private CertificateAndChain With(DateTimeOffset until, Action<CertificateRequest>? change) =>
        Chained(_parent.Sign(_key.Csr, From, until, 0, change));

    private CertificateAndChain Below(DateTimeOffset until, string? csr = null) =>
        Chained(_parent.Sign(csr ?? _key.Csr, From, until, 0));

    private CertificateAndChain Chained(X509Certificate2 certificate) =>
        new(certificate.ExportCertificatePem(), _parent.SelfSigned(From, SomeRenewal.Now.AddYears(10)).Certificate);
}
