using System.Formats.Asn1;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

/// <summary>CRLs that the builder of .NET does not make; the signature is not one, and nobody here checks it.</summary>
internal sealed record HandMadeCrl
{
    public int? Version { get; init; } = 1;

    public bool HasNextUpdate { get; init; } = true;

    public byte[]? CrlNumber { get; init; } = [7];

    public bool HasExtensions { get; init; } = true;

    public string InnerAlgorithm { get; init; } = "1.2.840.10045.4.3.2";

    public string OuterAlgorithm { get; init; } = "1.2.840.10045.4.3.2";

    /// <summary>From 2050 on, times are GeneralizedTime.</summary>
    public bool GeneralizedTime { get; init; }

    public DateTimeOffset ThisUpdate { get; init; } = Some.Noon;

    public DateTimeOffset NextUpdate { get; init; } = Some.Noon.AddDays(7);

    public byte[] Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                WriteSignedPart(writer);
            }

            WriteAlgorithm(writer, OuterAlgorithm);
            writer.WriteBitString([1, 2, 3]);
        }

        return writer.Encode();
    }

    private void WriteSignedPart(AsnWriter writer)
    {
        if (Version is { } version)
        {
            writer.WriteInteger(version);
        }

        WriteAlgorithm(writer, InnerAlgorithm);
        using (writer.PushSequence())
        {
            // the empty name
        }

        WriteTime(writer, ThisUpdate);
        if (HasNextUpdate)
        {
            WriteTime(writer, NextUpdate);
        }

        if (HasExtensions)
        {
            WriteExtensions(writer);
        }
    }

    private void WriteExtensions(AsnWriter writer)
    {
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        using (writer.PushSequence())
        {
            if (CrlNumber is { } number)
            {
                WriteExtension(writer, "2.5.29.20", isCritical: false, inner => inner.WriteInteger(number));
            }

            WriteExtension(writer, "2.5.29.28", isCritical: true, inner =>
            {
                using (inner.PushSequence())
                {
                    // no distribution point, no restriction
                }
            });
        }
    }

    private static void WriteExtension(AsnWriter writer, string oid, bool isCritical, Action<AsnWriter> write)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
            if (isCritical)
            {
                writer.WriteBoolean(true);
            }

            using (writer.PushOctetString())
            {
                write(writer);
            }
        }
    }

    private void WriteTime(AsnWriter writer, DateTimeOffset time)
    {
        if (GeneralizedTime)
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
        else
        {
            writer.WriteUtcTime(time);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string oid)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(oid);
        }
    }
}
