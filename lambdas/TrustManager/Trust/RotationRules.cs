namespace Infra.TrustManager.Trust;

/// <summary>How certificates of a directory follow each other.</summary>
/// <param name="Overlap">
/// How long successors have been registered before what they replace goes: 0 to 90 days. Default: 7 days, so that a whole
/// working week has shown that they work.
/// </param>
public sealed record RotationRules(RotationMode Mode, TimeSpan Overlap)
{
    public static RotationRules Default { get; } = new(RotationMode.Automatic, TimeSpan.FromDays(7));
}
