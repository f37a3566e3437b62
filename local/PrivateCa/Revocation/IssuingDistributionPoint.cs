using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>The critical extension by which a CRL says that it speaks only for certificates that name it; RFC 5280 section 5.2.5.</summary>
public static class IssuingDistributionPoint
{
    public const string Oid = "2.5.29.28";

    /// <summary>The tag of crlExtensions, of distributionPoint and of fullName.</summary>
    private static readonly Asn1Tag Zero = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private static readonly Asn1Tag UniformResourceIdentifier = new(TagClass.ContextSpecific, 6);

    /// <summary>The same CRL with the extension, signed anew; .NET's own builder of CRLs cannot write it.</summary>
    public static byte[] AddTo(byte[] crl, string url, X509SignatureGenerator key, HashAlgorithmName hash)
    {
        var list = new AsnReader(crl, AsnEncodingRules.DER).ReadSequence();
        var toBeSigned = Extend(list.ReadSequence(), url);
        var algorithm = list.ReadEncodedValue();
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(toBeSigned);
            writer.WriteEncodedValue(algorithm.Span);
            writer.WriteBitString(key.SignData(toBeSigned, hash));
        }

        return writer.Encode();
    }

    private static byte[] Extend(AsnReader toBeSigned, string url)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            while (toBeSigned.HasData && toBeSigned.PeekTag() != Zero)
            {
                writer.WriteEncodedValue(toBeSigned.ReadEncodedValue().Span);
            }

            var extensions = toBeSigned.ReadSequence(Zero).ReadSequence();
            using (writer.PushSequence(Zero))
            using (writer.PushSequence())
            {
                while (extensions.HasData)
                {
                    writer.WriteEncodedValue(extensions.ReadEncodedValue().Span);
                }

                WriteExtension(writer, url);
            }
        }

        return writer.Encode();
    }

    private static void WriteExtension(AsnWriter writer, string url)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Oid);
            writer.WriteBoolean(true);
            using (writer.PushOctetString())
            using (writer.PushSequence())
            using (writer.PushSequence(Zero))
            using (writer.PushSequence(Zero))
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, url, UniformResourceIdentifier);
            }
        }
    }
}
