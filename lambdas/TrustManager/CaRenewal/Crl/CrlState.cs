namespace Infra.TrustManager.CaRenewal.Crl;

/// <summary>What a run found out about the CA's CRL at its place.</summary>
/// <param name="Missing">Why there is no current one and what to do, in sentences; null when there is.</param>
/// <param name="IsKnown">False when it was not looked at, could not be read, or may still come.</param>
public sealed record CrlState(string? Missing, bool IsKnown)
{
    public static CrlState Unknown { get; } = new(null, false);

    public static CrlState Current { get; } = new(null, true);

    public static CrlState Lacking(string why) => new(why, true);
}
