namespace Infra.TrustManager.Directories;

/// <summary>Whether a directory uses its certificates of one purpose.</summary>
public enum FeatureStatus
{
    Disabled,

    /// <summary>LDAPS only: asked for, not yet in force.</summary>
    Enabling,

    Enabled,

    /// <summary>LDAPS only: asked for, refused; asking again is possible.</summary>
    EnableFailed,
}
