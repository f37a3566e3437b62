using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class CaCertificateRulesTests
{
    [Fact]
    public void A_whole_chain_of_CAs_has_no_problem() =>
        Assert.Empty(Problems([.. SomeCa.Chain()]));

    [Fact]
    public void Chains_that_share_a_root_and_a_renewed_root_have_no_problem()
    {
        var chain = SomeCa.Chain();

        Assert.Empty(Problems([.. chain, chain[0].Issue("Another"), chain[0].Renewed()]));
    }

    [Theory]
    [InlineData(true, "has no basic constraints")]
    [InlineData(false, "is not a CA by its basic constraints")]
    public void A_certificate_of_no_CA_is_refused(bool without, string problem)
    {
        var server = SomeCa.Root("dc1.corp.example.mil", change: request =>
        {
            Remove<X509BasicConstraintsExtension>(request);
            if (!without)
            {
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
            }
        });

        Assert.Contains($"'dc1.corp.example.mil' (SHA-256 {server.Thumbprint[..16]}...) from source-1 {problem}", Single(server), StringComparison.Ordinal);
    }

    [Fact]
    public void A_root_of_version_1_is_told_to_be_issued_again()
    {
        var problem = Assert.Single(CaCertificateRules.Problems(
            CaBundle.Read([("ca.pem", FieldFile.Pem("version-1-root.pem"))]), CertificateCeiling.SmartCard));

        Assert.Contains("is of X.509 version 1, which has no basic constraints", problem, StringComparison.Ordinal);
        Assert.Contains("If it is a root CA, have its certificate issued again as version 3", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("the CA that issued it", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Beside_a_complete_chain_a_cross_certificate_without_its_issuer_is_only_noted()
    {
        var (root, other) = (SomeCa.Root(), SomeCa.Root("Other Root"));
        var issuing = root.Issue("Issuing");
        var cross = issuing.Renewed(other);
        var bundle = CaBundle.Read([("ca.pem", root.Pem + cross.Pem + issuing.Pem)]);

        Assert.Empty(CaCertificateRules.Problems(bundle, CertificateCeiling.SmartCard));
        var note = Assert.Single(CaCertificateRules.Notes(bundle));
        Assert.Contains($"(SHA-256 {cross.Thumbprint[..16]}...) from ca.pem was issued by \"CN=Other Root\"", note, StringComparison.Ordinal);
        Assert.Empty(CaCertificateRules.Notes(CaBundle.Read([("ca.pem", root.Pem + other.Pem + cross.Pem + issuing.Pem)])));
    }

    [Fact]
    public void A_cross_certificate_without_its_issuer_is_refused_where_no_chain_is_complete()
    {
        var (root, other) = (SomeCa.Root(), SomeCa.Root("Other Root"));
        var issuing = root.Issue("Issuing");
        var cross = issuing.Renewed(other);
        var otherKey = root.Issue("Issuing");

        Assert.Equal(2, CaCertificateRules.Problems(
            CaBundle.Read([("ca.pem", cross.Pem + issuing.Pem)]), CertificateCeiling.SmartCard).Count);
        Assert.Single(CaCertificateRules.Problems(
            CaBundle.Read([("ca.pem", root.Pem + cross.Pem + otherKey.Pem)]), CertificateCeiling.SmartCard));
    }

    [Fact]
    public void A_CA_that_may_not_sign_certificates_is_refused()
    {
        var ca = SomeCa.Root(change: request =>
        {
            Remove<X509KeyUsageExtension>(request);
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.CrlSign, true));
        });

        Assert.Contains("its key usage is CrlSign, without KeyCertSign", Single(ca), StringComparison.Ordinal);
    }

    [Fact]
    public void A_CA_without_key_usage_may_do_everything() =>
        Assert.Empty(Problems(SomeCa.Root(change: Remove<X509KeyUsageExtension>)));

    [Fact]
    public void RSASSA_PSS_is_refused()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Pss", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(70));

        var problem = Assert.Single(ProblemsOf(certificate.ExportCertificatePem()));

        Assert.Contains("uses RSASSA-PSS", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void RSA_signatures_prove_the_issuer_too()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Rsa", key, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(70));

        Assert.Empty(ProblemsOf(certificate.ExportCertificatePem()));
    }

    [Fact]
    public void A_certificate_too_long_for_the_API_is_refused()
    {
        var ca = SomeCa.Root(change: request =>
            request.CertificateExtensions.Add(new X509Extension("1.3.6.1.4.1.99999.1", new byte[6000], false)));

        Assert.Contains($"has {ca.Pem.Length} characters of PEM; Directory Service takes at most 8192", Single(ca), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_issuer_is_named_once_with_all_that_need_it()
    {
        var chain = SomeCa.Chain();
        var sibling = chain[1].Issue("Sibling");

        var problem = Assert.Single(Problems(chain[0], chain[2], sibling));

        Assert.Contains("The CA certificate of \"CN=Policy\" is missing", problem, StringComparison.Ordinal);
        Assert.Contains("'Issuing'", problem, StringComparison.Ordinal);
        Assert.Contains("'Sibling'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_that_need_an_issuer_five_are_named()
    {
        var root = SomeCa.Root();
        var orphans = Enumerable.Range(0, 30).Select(_ => root.Issue("Issuing").Pem);
        var bundle = CaBundle.Read([("ca.pem", string.Concat(orphans))]);

        var problem = Assert.Single(CaCertificateRules.Problems(bundle, CertificateCeiling.SmartCard));

        Assert.Contains(" from ca.pem and 25 more. Add it", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public void More_certificates_than_the_ceiling_are_a_problem(int count, int problems)
    {
        var roots = Enumerable.Range(1, count).Select(number => SomeCa.Root($"Root {number}"));

        Assert.Equal(problems, Problems([.. roots]).Count);
    }

    [Fact]
    public void All_problems_are_told_at_once_those_of_reading_among_them()
    {
        var pem = SomeCa.Chain()[2].Pem;
        var server = SomeCa.Root("server", change: Remove<X509BasicConstraintsExtension>).Pem;

        var bundle = CaBundle.Read([("a.pem", pem), ("b.pem", server), ("c.pem", "")]);

        Assert.Equal(3, CaCertificateRules.Problems(bundle, CertificateCeiling.SmartCard).Count);
    }

    private static string Single(SomeCa ca) => Assert.Single(Problems(ca));

    private static IReadOnlyList<string> Problems(params SomeCa[] certificates) =>
        ProblemsOf([.. certificates.Select(ca => ca.Pem)]);

    private static IReadOnlyList<string> ProblemsOf(params string[] pems) =>
        CaCertificateRules.Problems(
            CaBundle.Read(pems.Select((pem, index) => ($"source-{index + 1}", pem))), CertificateCeiling.Ldaps);

    private static void Remove<T>(CertificateRequest request)
        where T : X509Extension => request.CertificateExtensions.Remove(request.CertificateExtensions.OfType<T>().Single());
}
