using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads the bytes of an object as what its path says it is.</summary>
public static class DocumentReader
{
    /// <summary>Never throws, whatever the bytes are.</summary>
    public static DocumentReading Read(ReadOnlySpan<byte> bytes, DocumentKind kind)
    {
        if (bytes.StartsWith("-----BEGIN"u8))
        {
            return DocumentReading.Not("it is PEM text; store the DER form, which every client understands");
        }

        try
        {
            var facts = kind == DocumentKind.Crl ? CertificateListReader.Read(bytes) : CertificateReader.Read(bytes);
            return facts.ValidUntil < facts.ValidFrom
                ? DocumentReading.Not($"it ends ({facts.ValidUntil:u}) before it begins ({facts.ValidFrom:u})")
                : DocumentReading.Of(facts);
        }
        catch (AsnContentException exception)
        {
            var name = kind == DocumentKind.Crl ? "CertificateList (RFC 5280 section 5.1)" : "Certificate (RFC 5280 section 4.1)";
            return DocumentReading.Not($"it is not a DER {name}: {exception.Message}");
        }
    }
}
