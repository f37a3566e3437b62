namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>What was found of a memory.</summary>
/// <param name="Memory">Null when nothing is remembered.</param>
/// <param name="ETag">Of the object that is there; null when there is none.</param>
public sealed record RenewalReading(RenewalMemory? Memory, string? ETag)
{
    /// <summary>
    /// What was later than the function's clock, for the log; null for nothing. <see cref="Memory"/> is corrected, and
    /// the next write stores it.
    /// </summary>
    public string? Correction { get; init; }
}
