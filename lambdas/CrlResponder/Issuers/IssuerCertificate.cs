using System.Formats.Asn1;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Issuers;

/// <summary>A CA certificate of the bucket, as far as it can verify a CRL.</summary>
public sealed record IssuerCertificate
{
    /// <summary>Bit 6 of KeyUsage, cRLSign (RFC 5280 section 4.2.1.3), counted from the first bit of the first octet.</summary>
    private const byte CrlSign = 0x02;

    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 3, isConstructed: true);

    private static ReadOnlySpan<byte> SubjectKeyIdentifierOid => [0x06, 0x03, 0x55, 0x1d, 0x0e]; // 2.5.29.14

    private static ReadOnlySpan<byte> KeyUsageOid => [0x06, 0x03, 0x55, 0x1d, 0x0f]; // 2.5.29.15

    /// <summary>Key of the object in the bucket, for people.</summary>
    public required string ObjectKey { get; init; }

    /// <summary>DER of the subject's name.</summary>
    public required ReadOnlyMemory<byte> Subject { get; init; }

    /// <summary>Null without the extension.</summary>
    public ReadOnlyMemory<byte>? KeyIdentifier { get; init; }

    /// <summary>False only where the key usage is there and lacks cRLSign.</summary>
    public bool MaySignCrls { get; init; } = true;

    /// <summary>DER of SubjectPublicKeyInfo.</summary>
    public required ReadOnlyMemory<byte> PublicKeyInfo { get; init; }

    /// <summary>Null for bytes that are not a certificate whose extensions can be read.</summary>
    public static IssuerCertificate? Find(string objectKey, ReadOnlySpan<byte> der)
    {
        try
        {
            var fields = CertificateFields.Read(der);
            var certificate = new IssuerCertificate
            {
                ObjectKey = objectKey,
                Subject = fields.Subject.ToArray(),
                PublicKeyInfo = fields.PublicKeyInfo.ToArray(),
            };
            return certificate.WithExtensions(fields.Rest);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Whether a CRL of this issuer and key may have been signed with this certificate's key.</summary>
    public bool MayHaveIssued(DocumentFacts crl) =>
        MaySignCrls
        && NameReader.AreSame(Subject.Span, crl.Issuer.Span)
        && (KeyIdentifier is not { } own
            || crl.KeyIdentifier is not { } named
            || own.Span.SequenceEqual(named.Span));

    private IssuerCertificate WithExtensions(DerSpan rest)
    {
        var certificate = this;
        while (!rest.IsAtEnd)
        {
            if (!rest.IsNext(ExtensionsTag))
            {
                rest.Skip();
                continue;
            }

            var extensions = new ExtensionReader(rest.Sequence(ExtensionsTag).Sequence());
            while (extensions.Read())
            {
                if (extensions.IsNamed(SubjectKeyIdentifierOid))
                {
                    certificate = certificate with
                    {
                        KeyIdentifier = new DerSpan(extensions.Value).OctetString().ToArray(),
                    };
                }
                else if (extensions.IsNamed(KeyUsageOid))
                {
                    var usages = new DerSpan(extensions.Value).BitString();
                    certificate = certificate with { MaySignCrls = usages is [var first, ..] && (first & CrlSign) != 0 };
                }
            }
        }

        return certificate;
    }
}
