using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>Certificate</c> (RFC 5280 section 4.1) as far as serving it needs; its extensions are the client's concern.</summary>
internal static class CertificateReader
{
    /// <exception cref="AsnContentException">The bytes are not a Certificate.</exception>
    public static DocumentFacts Read(ReadOnlySpan<byte> der)
    {
        var fields = CertificateFields.Read(der);
        return new DocumentFacts
        {
            Kind = DocumentKind.Certificate,
            Issuer = fields.Issuer.ToArray(),
            ValidFrom = fields.NotBefore,
            ValidUntil = fields.NotAfter,
        };
    }
}
