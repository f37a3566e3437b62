namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>What was found of a memory.</summary>
/// <param name="Memory">Null when nothing is remembered.</param>
/// <param name="ETag">Of the object that is there; null when there is none.</param>
public sealed record RenewalReading(RenewalMemory? Memory, string? ETag);
