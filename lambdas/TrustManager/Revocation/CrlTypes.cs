namespace Infra.TrustManager.Revocation;

/// <summary>The values of <c>CrlType</c>.</summary>
public static class CrlTypes
{
    public const string Complete = "COMPLETE";
    public const string Partitioned = "PARTITIONED";
}
