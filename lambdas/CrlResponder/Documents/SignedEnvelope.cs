using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>What CRLs and certificates have in common: something to be signed, an algorithm, a signature, nothing after.</summary>
internal static class SignedEnvelope
{
    /// <summary>The contents of the signed part; <paramref name="algorithm"/> is the one outside it, encoded.</summary>
    public static DerSpan Open(ReadOnlySpan<byte> der, out ReadOnlySpan<byte> algorithm)
    {
        var file = new DerSpan(der);
        var envelope = file.Sequence();
        file.End();

        var signed = envelope.Sequence();
        algorithm = envelope.EncodedSequence();
        envelope.BitString();
        envelope.End();
        return signed;
    }

    /// <summary>RFC 5280 sections 4.1.1.2 and 5.1.1.2: the algorithm inside and outside must be the same.</summary>
    public static void ReadAlgorithm(ref DerSpan signed, ReadOnlySpan<byte> algorithm)
    {
        if (!signed.EncodedSequence().SequenceEqual(algorithm))
        {
            throw new AsnContentException("the signature algorithm inside differs from the one outside");
        }
    }
}
