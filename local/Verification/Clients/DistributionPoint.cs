using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.Verification.Clients;

/// <summary>Where certificates and CRLs say that the CRL is (RFC 5280, sections 4.2.1.13 and 5.2.5).</summary>
public static class DistributionPoint
{
    private const string CrlDistributionPoints = "2.5.29.31";
    private const string IssuingDistributionPoint = "2.5.29.28";

    /// <summary>Tag of the extensions of a CRL, and of the fullName of a distribution point.</summary>
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly Asn1Tag UniformResourceIdentifier = new(TagClass.ContextSpecific, 6);

    /// <summary>The first URL in a certificate's CRL distribution points.</summary>
    public static Uri Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions[CrlDistributionPoints]
            ?? throw new UnexpectedException($"{certificate.Subject} names no CRL distribution point");
        return UrlIn(new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence());
    }

    /// <summary>The URL in the critical issuing distribution point of a CRL.</summary>
    public static Uri Issuing(byte[] crl)
    {
        var signed = new AsnReader(crl, AsnEncodingRules.DER).ReadSequence().ReadSequence();
        while (!signed.PeekTag().HasSameClassAndValue(Zero))
        {
            signed.ReadEncodedValue();
        }

        var extensions = signed.ReadSequence(Zero).ReadSequence();
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            if (extension.ReadObjectIdentifier() == IssuingDistributionPoint)
            {
                Expect.True(extension.ReadBoolean(), "the issuing distribution point is critical");
                return UrlIn(new AsnReader(extension.ReadOctetString(), AsnEncodingRules.DER).ReadSequence());
            }
        }

        throw new UnexpectedException("the CRL has no issuing distribution point");
    }

    // DistributionPoint and IssuingDistributionPoint both begin: [0] { fullName [0] { uniformResourceIdentifier [6] } }
    private static Uri UrlIn(AsnReader distributionPoint) => new(distributionPoint
        .ReadSequence(Zero)
        .ReadSequence(Zero)
        .ReadCharacterString(UniversalTagNumber.IA5String, UniformResourceIdentifier));
}
