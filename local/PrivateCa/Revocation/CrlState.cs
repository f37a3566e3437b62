using System.Numerics;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Where a CA stands with its CRL.</summary>
public sealed class CrlState
{
    /// <summary>True once a certificate was issued that refers to a CRL; before that none is published.</summary>
    public bool IsReferredTo { get; set; }

    /// <summary>When the next one is to be written; null when none is planned.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Number of the newest CRL, zero before the first.</summary>
    public BigInteger Number { get; set; } = BigInteger.Zero;

    /// <summary>thisUpdate of the newest CRL that reached the bucket; null before the first.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>Why the last attempt failed; null after a success.</summary>
    public string? Failure { get; set; }
}
