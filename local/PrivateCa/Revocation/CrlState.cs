using System.Numerics;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Where a CA stands with its CRL.</summary>
public sealed class CrlState
{
    /// <summary>The complete CRL as the newest certificate names it that names it; null while none does, and then it is not published.</summary>
    public CrlLocation? Complete { get; set; }

    /// <summary>Oldest first; the last one is named by new certificates. Each is there because a certificate names it.</summary>
    public List<CrlPartition> Partitions { get; } = [];

    /// <summary>URLs under which a CRL was published already.</summary>
    public HashSet<string> PublishedUrls { get; } = [];

    /// <summary>When the next one is to be written; null when none is planned.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>Number of the newest CRL, zero before the first.</summary>
    public BigInteger Number { get; set; } = BigInteger.Zero;

    /// <summary>thisUpdate of the newest CRL that reached the bucket; null before the first.</summary>
    public DateTimeOffset? Published { get; set; }

    /// <summary>Why the last attempt failed; null after a success.</summary>
    public string? Failure { get; set; }
}
