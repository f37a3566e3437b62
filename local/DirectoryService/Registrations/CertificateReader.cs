using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Infra.Local.DirectoryService.Requests;

namespace Infra.Local.DirectoryService.Registrations;

/// <summary>Reads the <c>CertificateData</c> of a registration.</summary>
public static class CertificateReader
{
    private const string Label = "CERTIFICATE";

    /// <summary>OID of <c>commonName</c>; RFC 5280 appendix A.1.</summary>
    private const string CommonNameOid = "2.5.4.3";

    /// <exception cref="Endpoint.AwsException">
    /// <c>InvalidCertificateException</c>: it is not one certificate in PEM.
    /// </exception>
    /// <remarks>UNVERIFIED that AWS refuses a second block: its guide says one certificate a call.</remarks>
    public static X509Certificate2 Read(string pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
        {
            throw DirectoryErrors.InvalidCertificate("CertificateData is not PEM; send one CERTIFICATE block");
        }

        if (pem[fields.Label] is not Label || PemEncoding.TryFind(pem.AsSpan()[fields.Location.End..], out _))
        {
            throw DirectoryErrors.InvalidCertificate(
                $"CertificateData begins with a {pem[fields.Label]} block and may have more; send one CERTIFICATE "
                    + "block");
        }

        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(pem[fields.Base64Data]));

            // .NET reads dates when they are asked for, and cannot read every date that a certificate may have.
            _ = (certificate.NotBefore, certificate.NotAfter);
            return certificate;
        }
        catch (CryptographicException e)
        {
            throw DirectoryErrors.InvalidCertificate($"CertificateData is not an X.509 certificate: {e.Message}");
        }
    }

    /// <summary>What Directory Service lists as the name of a certificate.</summary>
    public static string CommonNameOf(X509Certificate2 certificate)
    {
        // From the most specific part to the least.
        var parts = certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(part => !part.HasMultipleElements)
            .ToList();
        var named = parts.Find(part => part.GetSingleElementType().Value == CommonNameOid) ?? parts.FirstOrDefault();
        return named is null ? string.Empty : TextOf(named);
    }

    /// <summary>
    /// Read leniently: .NET refuses a PrintableString with other characters than that type has, and CAs issue such.
    /// </summary>
    /// <remarks>UNVERIFIED what AWS lists for bytes that are no text of their type.</remarks>
    private static string TextOf(X500RelativeDistinguishedName part)
    {
        var attribute = new AsnReader(part.RawData, AsnEncodingRules.BER).ReadSetOf().ReadSequence();
        attribute.ReadObjectIdentifier();
        var encoding = attribute.PeekTag() switch
        {
            var tag when tag == new Asn1Tag(UniversalTagNumber.UTF8String) => Encoding.UTF8,
            var tag when tag == new Asn1Tag(UniversalTagNumber.BMPString) => Encoding.BigEndianUnicode,
            _ => Encoding.Latin1,
        };
        return encoding.GetString(attribute.PeekContentBytes().Span);
    }
}
