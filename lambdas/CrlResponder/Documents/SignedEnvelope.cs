using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>What CRLs and certificates have in common: something to be signed, an algorithm, a signature, nothing after.</summary>
internal readonly ref struct SignedEnvelope
{
    private SignedEnvelope(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> algorithm, ReadOnlySpan<byte> signature)
    {
        Signed = signed;
        Algorithm = algorithm;
        Signature = signature;
    }

    /// <summary>The signed part with tag and length: what the signature is over.</summary>
    public ReadOnlySpan<byte> Signed { get; }

    /// <summary>The AlgorithmIdentifier outside the signed part, encoded.</summary>
    public ReadOnlySpan<byte> Algorithm { get; }

    public ReadOnlySpan<byte> Signature { get; }

    /// <summary>The members of the signed part.</summary>
    public DerSpan Members => new DerSpan(Signed).Sequence();

    /// <exception cref="AsnContentException">The bytes are not such an envelope, or something follows it.</exception>
    public static SignedEnvelope Open(ReadOnlySpan<byte> der)
    {
        var file = new DerSpan(der);
        var envelope = file.Sequence();
        file.End();

        var signed = envelope.EncodedSequence();
        var algorithm = envelope.EncodedSequence();
        var signature = envelope.BitString();
        envelope.End();
        return new SignedEnvelope(signed, algorithm, signature);
    }

    /// <summary>RFC 5280 sections 4.1.1.2 and 5.1.1.2: the algorithm inside and outside must be the same.</summary>
    public void ReadAlgorithm(scoped ref DerSpan members)
    {
        if (!members.EncodedSequence().SequenceEqual(Algorithm))
        {
            throw new AsnContentException("the signature algorithm inside differs from the one outside");
        }

        var algorithm = new DerSpan(Algorithm).Sequence();
        _ = algorithm.ObjectIdentifier();
        if (!algorithm.IsAtEnd)
        {
            algorithm.Skip();
        }

        algorithm.End();
    }
}
