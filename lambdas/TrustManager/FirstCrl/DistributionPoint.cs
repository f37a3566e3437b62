using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.FirstCrl;

/// <summary>Reads where a certificate says that its CRL is.</summary>
public static class DistributionPoint
{
    private const string CrlDistributionPoints = "2.5.29.31";

    /// <summary>The URL in the first distribution point; null when the certificate names none.</summary>
    /// <exception cref="AsnContentException">The extension is not what RFC 5280 section 4.2.1.13 says.</exception>
    public static string? UrlIn(byte[] certificateDer)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(certificateDer);
        return certificate.Extensions[CrlDistributionPoints] is { } extension ? FirstUri(extension.RawData) : null;
    }

    /// <summary>The object key that a URL stands for; null for what is no URL.</summary>
    public static string? KeyOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri)
        ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/')
        : null;

    private static string? FirstUri(ReadOnlyMemory<byte> extension)
    {
        var context0 = new Asn1Tag(TagClass.ContextSpecific, 0);
        var uriTag = new Asn1Tag(TagClass.ContextSpecific, 6);
        var points = new AsnReader(extension, AsnEncodingRules.DER).ReadSequence();
        while (points.HasData)
        {
            var point = points.ReadSequence();
            if (!point.HasData || !point.PeekTag().HasSameClassAndValue(context0))
            {
                continue;
            }

            var name = point.ReadSequence(context0);
            if (!name.PeekTag().HasSameClassAndValue(context0))
            {
                continue;
            }

            var fullName = name.ReadSequence(context0);
            while (fullName.HasData)
            {
                if (fullName.PeekTag().HasSameClassAndValue(uriTag))
                {
                    return fullName.ReadCharacterString(UniversalTagNumber.IA5String, uriTag);
                }

                fullName.ReadEncodedValue();
            }
        }

        return null;
    }
}
