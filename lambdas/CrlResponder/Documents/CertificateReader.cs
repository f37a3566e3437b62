using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>Certificate</c> (RFC 5280 section 4.1) as far as this function needs it, to its end.</summary>
internal static class CertificateReader
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">The bytes are not a Certificate.</exception>
    public static DocumentFacts Read(ReadOnlySpan<byte> der)
    {
        var certificate = SignedEnvelope.Open(der, out var algorithm);
        if (certificate.IsNext(VersionTag))
        {
            var version = certificate.Sequence(VersionTag);
            _ = version.Integer();
            version.End();
        }

        _ = certificate.Integer();
        SignedEnvelope.ReadAlgorithm(ref certificate, algorithm);
        var issuer = certificate.EncodedSequence();

        var validity = certificate.Sequence();
        var notBefore = validity.Time();
        var notAfter = validity.Time();
        validity.End();

        _ = certificate.EncodedSequence(); // subject
        var publicKey = certificate.Sequence();
        _ = publicKey.EncodedSequence();
        publicKey.BitString();
        publicKey.End();

        while (!certificate.IsAtEnd)
        {
            certificate.Skip(); // unique identifiers and extensions: the client's concern
        }

        return new DocumentFacts
        {
            Kind = DocumentKind.Certificate,
            Issuer = issuer.ToArray(),
            ValidFrom = notBefore,
            ValidUntil = notAfter,
        };
    }
}
