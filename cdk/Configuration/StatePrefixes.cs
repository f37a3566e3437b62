namespace Infra.Cdk.Configuration;

/// <summary>
/// The key prefixes in the bucket of CRLs that belong to functions: no CRL lies there, and only functions write there.
/// </summary>
public static class StatePrefixes
{
    /// <summary>CA certificates, at the URLs that certificates name for their issuer.</summary>
    public const string CaCertificates = "aia/";

    /// <summary>State of the renewal of a CA's own certificate.</summary>
    public const string Renewals = "ca-renewal/";

    /// <summary>Restore points: the settings that CAs had before.</summary>
    public const string RestorePoints = "trust-manager/";

    public static IReadOnlyList<string> All { get; } = [CaCertificates, Renewals, RestorePoints];
}
