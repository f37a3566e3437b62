namespace Infra.TrustManager.Restoring;

/// <summary>Where a restore point lies in the CRL bucket; the responder serves nothing from there.</summary>
public static class RestorePointKey
{
    public const string Prefix = "trust-manager/ca-revocation/";

    private const string Ending = ".json";

    public static string For(string caId) => $"{Prefix}{caId}{Ending}";

    /// <summary>The CA of a key below <see cref="Prefix"/>; null for what is no restore point.</summary>
    public static string? CaIdOf(string key) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) && key.EndsWith(Ending, StringComparison.Ordinal)
            ? key[Prefix.Length..^Ending.Length]
            : null;
}
