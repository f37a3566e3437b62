using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>The members of a <c>Certificate</c> (RFC 5280 section 4.1) up to its extensions.</summary>
internal readonly ref struct CertificateFields
{
    private static readonly Asn1Tag VersionTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    public ReadOnlySpan<byte> Issuer { get; private init; }

    public DateTimeOffset NotBefore { get; private init; }

    public DateTimeOffset NotAfter { get; private init; }

    public ReadOnlySpan<byte> Subject { get; private init; }

    /// <summary>SubjectPublicKeyInfo, encoded.</summary>
    public ReadOnlySpan<byte> PublicKeyInfo { get; private init; }

    /// <summary>Unique identifiers and extensions, each a well-formed value.</summary>
    public DerSpan Rest { get; private init; }

    /// <exception cref="AsnContentException">The bytes are not a Certificate.</exception>
    public static CertificateFields Read(ReadOnlySpan<byte> der)
    {
        var envelope = SignedEnvelope.Open(der);
        var members = envelope.Members;
        if (members.IsNext(VersionTag))
        {
            var version = members.Sequence(VersionTag);
            _ = version.Integer();
            version.End();
        }

        _ = members.Integer();
        envelope.ReadAlgorithm(ref members);
        var issuer = NameReader.Read(ref members);
        var validity = members.Sequence();
        var (notBefore, notAfter) = (validity.Time(), validity.Time());
        validity.End();
        var subject = NameReader.Read(ref members);
        var publicKeyInfo = members.EncodedSequence();
        var publicKey = new DerSpan(publicKeyInfo).Sequence();
        _ = publicKey.EncodedSequence();
        _ = publicKey.BitString();
        publicKey.End();
        var rest = members;
        while (!members.IsAtEnd)
        {
            members.Skip();
        }

        return new CertificateFields
        {
            Issuer = issuer,
            NotBefore = notBefore,
            NotAfter = notAfter,
            Subject = subject,
            PublicKeyInfo = publicKeyInfo,
            Rest = rest,
        };
    }
}
