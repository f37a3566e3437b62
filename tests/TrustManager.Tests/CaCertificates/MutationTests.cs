using System.Security.Cryptography;
using System.Text;
using Infra.Mutations;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CaCertificates.Anchors;
using Infra.TrustManager.Tests.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates;

/// <summary>Damaged certificates and texts: whatever they are, reading and judging them ends in a result.</summary>
public sealed class MutationTests
{
    private static readonly SomeCa Anchor = SomeCa.Root(
        "Anchor", change: SomeExtensions.Constraints("dn:O=Example", "dns:example.com"));

    private static readonly byte[][] Certificates =
    [
        Anchor.Certificate.RawData,
        Anchor.Issue(
            "E=pki@example.mil, CN=Issuing, O=Example",
            change: SomeExtensions.AlternativeNames("dns:example.mil ip:10.0.0.1 dn:O=Example uri:http://example.mil/")
                + SomeExtensions.PathLength(1)).Certificate.RawData,
        SomeCa.Root("Rsa", key: SomeKey.Rsa(2048, HashAlgorithmName.SHA256)).Certificate.RawData,
        FieldFile.Bytes("bad-validity.cer"),
        FieldFile.Bytes("loads-as-der-not-as-pem.cer"),
    ];

    [Fact]
    public void A_damaged_certificate_is_read_or_is_one_problem()
    {
        var random = new Random(20261130);
        var read = 0;
        for (var i = 0; i < 3000 * MutationCount.Factor; i++)
        {
            var der = DerMutation.Of(Certificates[i % Certificates.Length], random);

            var bundle = Judged(PemEncoding.WriteString("CERTIFICATE", der), $"certificate {Convert.ToHexString(der)}");

            Assert.True(bundle.Problems.Count + bundle.Certificates.Count == 1, Convert.ToHexString(der));
            read += bundle.Certificates.Count;
        }

        Assert.InRange(read, 100, 2900 * MutationCount.Factor);
    }

    [Fact]
    public void A_damaged_text_gives_certificates_or_problems()
    {
        var random = new Random(20261130);
        var texts = FieldFile.Names
            .Where(name => name.EndsWith(".pem", StringComparison.Ordinal))
            .Select(FieldFile.Bytes)
            .ToList();
        for (var i = 0; i < 1000 * MutationCount.Factor; i++)
        {
            var text = Encoding.UTF8.GetString(TextMutation.Of(texts[i % texts.Count], random));

            var bundle = Judged(text, text);

            Assert.True(bundle.Problems.Count + bundle.Certificates.Count > 0, text);
        }
    }

    /// <summary>Does all that is done with a source.</summary>
    private static CaBundle Judged(string pem, string what)
    {
        try
        {
            var bundle = CaBundle.Read([("ca.pem", pem)]);
            _ = CaCertificateRules.Problems(bundle, CertificateCeiling.Ldaps);
            _ = AnchorPaths.Find(bundle.Certificates, [Anchor.Ca], SomeAnchors.Now, CancellationToken.None);
            Assert.DoesNotContain(
                string.Concat([.. bundle.Problems, .. bundle.Certificates.Select(one => one.Describe() + one.Subject)]),
                char.IsControl);
            return bundle;
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException(what, exception);
        }
    }
}
