using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Tests.PrivateCa;

/// <summary>Reads where a certificate says its CRL lies, and what a CRL says it is for.</summary>
internal static class DistributionPoints
{
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly Asn1Tag Uri = new(TagClass.ContextSpecific, 6);

    /// <summary>The one URL in the CRL distribution points (RFC 5280 section 4.2.1.13).</summary>
    public static string Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.Single(e => e.Oid!.Value == "2.5.29.31");
        return Name(new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence());
    }

    /// <summary>Issuing distribution point (RFC 5280 section 5.2.5); null when the CRL has none.</summary>
    public static (string Url, bool Critical)? Issuing(byte[] crl)
    {
        var list = new AsnReader(crl, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        while (list.PeekTag() != Zero)
        {
            list.ReadEncodedValue();
        }

        var extensions = list.ReadSequence(Zero).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            if (extension.ReadObjectIdentifier() == "2.5.29.28")
            {
                var critical = extension.PeekTag() == Asn1Tag.Boolean && extension.ReadBoolean();
                return (Name(new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadSequence()), critical);
            }
        }

        return null;
    }

    private static string Name(AsnReader point) => point.ReadSequence(Zero).ReadSequence(Zero).ReadCharacterString(UniversalTagNumber.IA5String, Uri);
}
