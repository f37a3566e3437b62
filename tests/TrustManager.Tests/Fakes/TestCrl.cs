using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>Signs empty CRLs as AWS Private CA writes them.</summary>
internal static class TestCrl
{
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);

    /// <param name="issuingPoint">URL of the issuing distribution point; null for none.</param>
    /// <param name="keyId">Authority key identifier; null for none.</param>
    public static byte[] Sign(
        ECDsa key,
        string issuer,
        DateTimeOffset thisUpdate,
        DateTimeOffset? nextUpdate,
        string? issuingPoint = null,
        byte[]? keyId = null)
    {
        var content = Content(issuer, thisUpdate, nextUpdate, Extensions(issuingPoint, keyId));
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(content);
            WriteAlgorithm(writer);
            writer.WriteBitString(key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        }

        return writer.Encode();
    }

    private static byte[] Content(
        string issuer, DateTimeOffset thisUpdate, DateTimeOffset? nextUpdate, IEnumerable<(string Oid, byte[] Value)> extensions)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            WriteAlgorithm(writer);
            writer.WriteEncodedValue(new X500DistinguishedName(issuer).RawData);
            writer.WriteUtcTime(thisUpdate);
            if (nextUpdate is { } end)
            {
                writer.WriteUtcTime(end);
            }

            using (writer.PushSequence(Context0))
            using (writer.PushSequence())
            {
                foreach (var (oid, value) in extensions)
                {
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(oid);
                        writer.WriteOctetString(value);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static IEnumerable<(string Oid, byte[] Value)> Extensions(string? issuingPoint, byte[]? keyId)
    {
        yield return ("2.5.29.20", Encoded(writer => writer.WriteInteger(7)));
        if (keyId is not null)
        {
            yield return ("2.5.29.35", Encoded(writer => Nested(writer, null, () => writer.WriteOctetString(keyId, Context0))));
        }

        if (issuingPoint is not null)
        {
            yield return ("2.5.29.28", Encoded(writer => Nested(
                writer,
                null,
                () => Nested(writer, Context0, () => Nested(writer, Context0, () => writer.WriteCharacterString(
                    UniversalTagNumber.IA5String, issuingPoint, new Asn1Tag(TagClass.ContextSpecific, 6)))))));
        }
    }

    private static void Nested(AsnWriter writer, Asn1Tag? tag, Action inner)
    {
        using (writer.PushSequence(tag))
        {
            inner();
        }
    }

    private static byte[] Encoded(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }

    private static void WriteAlgorithm(AsnWriter writer) =>
        Nested(writer, null, () => writer.WriteObjectIdentifier(EcdsaWithSha256));
}
