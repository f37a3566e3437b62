namespace Infra.TrustManager.FirstCrl;

/// <summary>Whether a CA's CRL exists.</summary>
/// <param name="Key">Key of the CRL; null when there is none.</param>
/// <param name="Missing">Why there is none and what to do; null when there is one.</param>
public sealed record FirstCrlOutcome(string? Key, string? Missing);
