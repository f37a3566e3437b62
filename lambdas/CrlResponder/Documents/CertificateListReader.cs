using System.Formats.Asn1;
using System.Numerics;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>CertificateList</c> (RFC 5280 section 5.1) to its end in one pass, without memory per revoked certificate.</summary>
/// <remarks>
/// It walks every structure that clients walk: a list that one of them cannot parse must not replace an earlier one. The
/// signature is checked elsewhere (<see cref="Issuers.CrlVerification"/>), since that needs the CA's certificate.
/// </remarks>
internal static class CertificateListReader
{
    /// <summary>Version 2 is written as 1 (RFC 5280 section 5.1.2.1).</summary>
    private const byte Version2 = 1;

    private static ReadOnlySpan<byte> CrlNumberOid => [0x06, 0x03, 0x55, 0x1d, 0x14]; // 2.5.29.20

    private static ReadOnlySpan<byte> DeltaCrlIndicatorOid => [0x06, 0x03, 0x55, 0x1d, 0x1b]; // 2.5.29.27

    private static ReadOnlySpan<byte> IssuingDistributionPointOid => [0x06, 0x03, 0x55, 0x1d, 0x1c]; // 2.5.29.28

    private static ReadOnlySpan<byte> CertificateIssuerOid => [0x06, 0x03, 0x55, 0x1d, 0x1d]; // 2.5.29.29

    private static ReadOnlySpan<byte> AuthorityKeyIdentifierOid => [0x06, 0x03, 0x55, 0x1d, 0x23]; // 2.5.29.35

    /// <summary>RFC 5280 section 5.2.3: at most 20 octets, and one more for the sign of a positive number.</summary>
    private const int MaxCrlNumberOctets = 21;

    private const string Indirect =
        "it is an indirect CRL (RFC 5280 section 5.2.5), which lists certificates of other CAs; publish one CRL per CA";

    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly Asn1Tag KeyIdentifierTag = new(TagClass.ContextSpecific, 0);

    private static readonly Asn1Tag IndirectCrlTag = new(TagClass.ContextSpecific, 4);

    /// <exception cref="AsnContentException">The bytes are not a CertificateList.</exception>
    public static DocumentFacts Read(ReadOnlySpan<byte> der)
    {
        var envelope = SignedEnvelope.Open(der);
        var list = envelope.Members;
        if (list.IsNext(Asn1Tag.Integer) && list.Integer() is not [Version2])
        {
            throw new AsnContentException("the version is neither absent (1) nor 2");
        }

        envelope.ReadAlgorithm(ref list);
        var issuer = NameReader.Read(ref list);
        var thisUpdate = list.Time();
        if (!list.IsTimeNext)
        {
            throw new AsnContentException("it has no nextUpdate, which RFC 5280 section 5.1.2.5 demands");
        }

        var nextUpdate = list.Time();
        if (list.IsNext(Asn1Tag.Sequence))
        {
            ReadRevokedCertificates(list.Sequence());
        }

        var facts = new DocumentFacts
        {
            Kind = DocumentKind.Crl,
            Issuer = issuer.ToArray(),
            ValidFrom = thisUpdate,
            ValidUntil = nextUpdate,
        };
        if (list.IsNext(ExtensionsTag))
        {
            var tagged = list.Sequence(ExtensionsTag);
            facts = WithExtensions(facts, tagged.Sequence());
            tagged.End();
        }

        list.End();
        return facts;
    }

    private static void ReadRevokedCertificates(DerSpan entries)
    {
        while (!entries.IsAtEnd)
        {
            var entry = entries.Sequence();
            _ = entry.Integer();
            if (!entry.IsTimeNext)
            {
                throw new AsnContentException("a revoked certificate has no revocation date");
            }

            _ = entry.Time();
            if (!entry.IsAtEnd)
            {
                ReadEntryExtensions(entry.Sequence());
                entry.End();
            }
        }
    }

    private static void ReadEntryExtensions(DerSpan list)
    {
        var extensions = new ExtensionReader(list);
        while (extensions.Read())
        {
            if (extensions.IsNamed(CertificateIssuerOid))
            {
                throw new AsnContentException(Indirect);
            }
        }
    }

    private static DocumentFacts WithExtensions(DocumentFacts facts, DerSpan list)
    {
        var extensions = new ExtensionReader(list);
        while (extensions.Read())
        {
            try
            {
                facts = WithExtension(facts, extensions);
            }
            catch (AsnContentException exception)
            {
                throw new AsnContentException($"of an extension, {exception.Message}", exception);
            }
        }

        return facts;
    }

    private static DocumentFacts WithExtension(DocumentFacts facts, ExtensionReader extension)
    {
        var value = extension.Value;
        if (extension.IsNamed(CrlNumberOid))
        {
            return facts with { CrlNumber = ReadNumber(value) };
        }

        if (extension.IsNamed(DeltaCrlIndicatorOid))
        {
            return facts with { BaseCrlNumber = ReadNumber(value) };
        }

        if (extension.IsNamed(AuthorityKeyIdentifierOid))
        {
            return facts with { KeyIdentifier = ReadKeyIdentifier(value) };
        }

        if (extension.IsNamed(IssuingDistributionPointOid))
        {
            ReadDistributionPoint(value);
        }

        return facts;
    }

    private static BigInteger ReadNumber(ReadOnlySpan<byte> value)
    {
        var number = new DerSpan(value);
        var octets = number.Integer();
        number.End();
        if (octets.Length > MaxCrlNumberOctets || octets[0] > sbyte.MaxValue)
        {
            throw new AsnContentException("the CRL number is negative or longer than 20 octets");
        }

        return new BigInteger(octets, isUnsigned: false, isBigEndian: true);
    }

    /// <summary>Null where the extension names the issuer's certificate in another way.</summary>
    private static ReadOnlyMemory<byte>? ReadKeyIdentifier(ReadOnlySpan<byte> value)
    {
        var file = new DerSpan(value);
        var members = file.Sequence();
        file.End();
        ReadOnlyMemory<byte>? identifier = members.IsNext(KeyIdentifierTag)
            ? members.OctetString(KeyIdentifierTag).ToArray()
            : null;
        while (!members.IsAtEnd)
        {
            members.Skip();
        }

        return identifier;
    }

    private static void ReadDistributionPoint(ReadOnlySpan<byte> value)
    {
        var file = new DerSpan(value);
        var members = file.Sequence();
        file.End();
        while (!members.IsAtEnd)
        {
            var isIndirect = members.IsNext(IndirectCrlTag);
            if (members.Value(out _) is not [0] && isIndirect)
            {
                throw new AsnContentException(Indirect);
            }
        }
    }
}
