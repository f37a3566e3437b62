using System.Formats.Asn1;
using System.Numerics;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>CertificateList</c> (RFC 5280 section 5.1) to its end in one pass, without memory per revoked certificate.</summary>
/// <remarks>The signature is the client's to check: only the client knows which issuer it trusts.</remarks>
internal static class CertificateListReader
{
    /// <summary>Version 2 is written as 1 (RFC 5280 section 5.1.2.1).</summary>
    private const byte Version2 = 1;

    private const string CrlNumberOid = "2.5.29.20";

    /// <summary>RFC 5280 section 5.2.3: at most 20 octets, and one more for the sign of a positive number.</summary>
    private const int MaxCrlNumberOctets = 21;

    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    /// <exception cref="AsnContentException">The bytes are not a CertificateList.</exception>
    public static DocumentFacts Read(ReadOnlySpan<byte> der)
    {
        var list = SignedEnvelope.Open(der, out var algorithm);
        if (list.IsNext(Asn1Tag.Integer) && list.Integer() is not [Version2])
        {
            throw new AsnContentException("the version is neither absent (1) nor 2");
        }

        SignedEnvelope.ReadAlgorithm(ref list, algorithm);
        var issuer = list.EncodedSequence();
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

        var crlNumber = list.IsNext(ExtensionsTag) ? ReadExtensions(list.Sequence(ExtensionsTag)) : null;
        list.End();

        return new DocumentFacts
        {
            Kind = DocumentKind.Crl,
            Issuer = issuer.ToArray(),
            ValidFrom = thisUpdate,
            ValidUntil = nextUpdate,
            CrlNumber = crlNumber,
        };
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

            entry.Skip();
            if (!entry.IsAtEnd)
            {
                _ = entry.Sequence();
                entry.End();
            }
        }
    }

    private static BigInteger? ReadExtensions(DerSpan tagged)
    {
        BigInteger? crlNumber = null;
        var extensions = tagged.Sequence();
        tagged.End();

        while (!extensions.IsAtEnd)
        {
            var extension = extensions.Sequence();
            var oid = extension.ObjectIdentifier();
            if (extension.IsNext(Asn1Tag.Boolean))
            {
                extension.Skip();
            }

            var value = extension.OctetString();
            extension.End();
            crlNumber = oid == CrlNumberOid ? ReadCrlNumber(value) : crlNumber;
        }

        return crlNumber;
    }

    private static BigInteger ReadCrlNumber(ReadOnlySpan<byte> value)
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
}
