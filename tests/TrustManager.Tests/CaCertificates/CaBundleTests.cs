using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class CaBundleTests
{
    [Fact]
    public void Certificates_are_ordered_root_first_and_know_who_issued_them()
    {
        var chain = SomeCa.Chain();
        var (root, policy, issuing) = (chain[0], chain[1], chain[2]);

        var bundle = Read(issuing.Pem + root.Pem, policy.Pem);

        Assert.Empty(bundle.Problems);
        Assert.Equal(["Root", "Policy", "Issuing"], bundle.Certificates.Select(certificate => certificate.CommonName));
        Assert.Equal(
            [root.Thumbprint, root.Thumbprint, policy.Thumbprint],
            bundle.Certificates.Select(certificate => certificate.IssuerThumbprint));
    }

    [Fact]
    public void A_certificate_given_twice_is_one_and_is_described_by_its_first_source()
    {
        var root = SomeCa.Root();

        var bundle = Read(root.Pem, root.Pem.ReplaceLineEndings("\r\n") + root.Pem);

        var certificate = Assert.Single(bundle.Certificates);
        Assert.Empty(bundle.Problems);
        Assert.Equal(root.Thumbprint, certificate.Thumbprint);
        Assert.EndsWith("from source-1", bundle.Describe(certificate), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewed_CA_is_a_certificate_of_its_own()
    {
        var root = SomeCa.Root();

        var bundle = Read(root.Pem, root.Renewed().Pem);

        Assert.Equal(2, bundle.Certificates.Count);
        Assert.All(bundle.Certificates, certificate => Assert.Equal(certificate.Thumbprint, certificate.IssuerThumbprint));
    }

    [Fact]
    public void Of_two_roots_with_one_name_the_one_whose_key_signed_is_the_issuer()
    {
        var (ours, namesake) = (SomeCa.Root(keyIds: false), SomeCa.Root(days: 7000, keyIds: false));
        var issuing = ours.Issue("Issuing", keyIds: false);

        var bundle = Read(namesake.Pem, issuing.Pem, ours.Pem);

        Assert.Equal(ours.Thumbprint, bundle.Certificates[^1].IssuerThumbprint);
    }

    [Fact]
    public void A_namesake_with_another_key_is_not_taken_for_the_issuer()
    {
        var issuing = SomeCa.Root().Issue("Issuing");

        var bundle = Read(issuing.Pem, SomeCa.Root().Pem);

        Assert.Null(bundle.Certificates.Single(certificate => certificate.CommonName == "Issuing").IssuerThumbprint);
    }

    [Fact]
    public void CAs_that_certified_each_other_are_read_too()
    {
        var (one, other) = (SomeCa.Root("One"), SomeCa.Root("Other"));

        var bundle = Read(one.Renewed(other).Pem, other.Renewed(one).Pem);

        Assert.Equal(2, bundle.Certificates.Count);
        Assert.All(bundle.Certificates, certificate => Assert.NotNull(certificate.IssuerThumbprint));
    }

    [Fact]
    public void A_PEM_is_normalised_to_one_block_of_64_columns_ended_by_line_feeds()
    {
        var root = SomeCa.Root();
        var oneLine = $"-----BEGIN CERTIFICATE-----\r\n{Convert.ToBase64String(root.Certificate.RawData)}\r\n"
            + "-----END CERTIFICATE-----";

        var certificate = Assert.Single(Read(oneLine).Certificates);

        Assert.Equal(root.Pem, certificate.Pem);
        Assert.DoesNotContain('\r', certificate.Pem);
        Assert.Equal(64, certificate.Pem.Split('\n').Max(line => line.Length));
    }

    [Fact]
    public void Dates_and_thumbprint_are_those_of_the_certificate()
    {
        var root = SomeCa.Root(days: 100);

        var certificate = Assert.Single(Read(root.Pem).Certificates);

        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), certificate.NotBefore);
        Assert.Equal(new DateTimeOffset(2026, 4, 11, 0, 0, 0, TimeSpan.Zero), certificate.NotAfter);
        Assert.Matches("^[0-9A-F]{64}$", certificate.Thumbprint);
    }

    [Fact]
    public void More_certificates_than_a_bundle_holds_are_refused_as_a_whole()
    {
        var root = SomeCa.Root();
        var pems = Enumerable.Range(0, CaBundle.MaxCertificates + 1).Select(_ => root.Renewed().Pem);

        var bundle = Read(string.Concat(pems));

        Assert.Empty(bundle.Certificates);
        Assert.Contains("more than 200 different certificates (reached in source-1)", Assert.Single(bundle.Problems), StringComparison.Ordinal);
    }

    private static CaBundle Read(params string[] pems) =>
        CaBundle.Read(pems.Select((pem, index) => ($"source-{index + 1}", pem)));
}
