namespace Infra.TrustManager.Directories;

/// <summary>Smart card sign-in or client-side LDAPS as a directory reports it.</summary>
/// <param name="Reason">Why LDAPS could not be enabled; null otherwise.</param>
public sealed record DirectoryFeature(FeatureStatus Status, string? Reason = null)
{
    /// <summary>A directory that never had the feature reports no setting at all.</summary>
    public static DirectoryFeature Off { get; } = new(FeatureStatus.Disabled);

    /// <summary>True when it is in force, or about to be.</summary>
    public bool IsOn => Status is FeatureStatus.Enabled or FeatureStatus.Enabling;
}
