namespace Infra.TrustManager.Restoring;

/// <summary>Where a restore point lies in the CRL bucket; the responder serves nothing from there.</summary>
public static class RestorePointKey
{
    public const string Prefix = "trust-manager/ca-revocation/";

    public static string For(string caId) => $"{Prefix}{caId}.json";
}
