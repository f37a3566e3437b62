namespace Infra.Cdk.Configuration.Directories;

/// <summary>Where AD Connector supports smart cards.</summary>
public static class SmartCardRegions
{
    /// <remarks>
    /// Directory Service administration guide, "Enabling mTLS authentication in AD Connector for use with smart cards",
    /// read 2026-11-21.
    /// </remarks>
    public static IReadOnlyList<string> All { get; } =
    [
        "us-east-1", "us-west-2", "ap-southeast-2", "ap-northeast-1", "eu-west-1", "us-gov-west-1", "us-gov-east-1",
    ];
}
