namespace Infra.CrlResponder.Issuers;

/// <summary>What the CA certificates of the bucket say about a CRL.</summary>
public abstract record CrlVerdict
{
    private CrlVerdict()
    {
    }

    /// <summary>One of them verifies its signature.</summary>
    public sealed record Verified : CrlVerdict;

    /// <summary>It is certainly not a CRL of the CA whose CRL this key holds.</summary>
    /// <param name="Detail">The end of a sentence that begins with the CRL, for the log.</param>
    public sealed record WrongIssuer(string Detail) : CrlVerdict;

    /// <summary>Its name and key are right, or nothing says that they are not; the signature was not checked.</summary>
    /// <param name="Detail">Why not: the end of a sentence that begins with the CRL, for the log.</param>
    public sealed record Unverified(string Detail) : CrlVerdict;
}
