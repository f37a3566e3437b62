using System.Formats.Asn1;

namespace Infra.TrustManager.CaCertificates;

/// <summary>What of a certificate is signed, and the signature (RFC 5280, 4.1).</summary>
/// <param name="Dates">They are among what is signed.</param>
/// <param name="NamesOneAlgorithm">
/// False when the signed part names another algorithm than stands beside the signature (RFC 5280, 4.1.1.2).
/// </param>
internal sealed record SignedParts(
    ReadOnlyMemory<byte> SignedBytes, ReadOnlyMemory<byte> Signature, ValidityDates Dates, bool NamesOneAlgorithm)
{
    private static readonly Asn1Tag Version = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">It is no certificate.</exception>
    /// <exception cref="UnreadableCertificateException">Its dates are not as RFC 5280 has them.</exception>
    public static SignedParts Of(ReadOnlyMemory<byte> der)
    {
        var certificate = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
        var signedBytes = certificate.ReadEncodedValue();
        var algorithm = certificate.ReadEncodedValue();
        var signature = certificate.ReadBitString(out var unusedBits);
        var content = new AsnReader(signedBytes, AsnEncodingRules.BER).ReadSequence();
        if (content.PeekTag() == Version)
        {
            content.ReadEncodedValue();
        }

        content.ReadIntegerBytes();
        var signedAlgorithm = content.ReadEncodedValue();
        content.ReadEncodedValue(); // issuer
        var dates = ValidityDates.Read(content);
        return new SignedParts(
            signedBytes, signature, dates, unusedBits == 0 && signedAlgorithm.Span.SequenceEqual(algorithm.Span));
    }
}
