namespace Infra.TrustManager.Memory;

/// <summary>What was found of a memory.</summary>
/// <param name="Memory">Null when nothing is remembered.</param>
/// <param name="ETag">Of the object that is there now; null when there is none.</param>
/// <param name="IsEarlierVersion">True when the newest version was lost or broken.</param>
public sealed record MemoryReading(TrustMemory? Memory, string? ETag, bool IsEarlierVersion = false)
{
    /// <summary>
    /// What was later than the function's clock, for the log; null for nothing. <see cref="Memory"/> is corrected, and
    /// the next write stores it.
    /// </summary>
    public string? Correction { get; init; }

    public static MemoryReading Nothing { get; } = new(null, null);
}
