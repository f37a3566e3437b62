using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>A feature that we switched on, and what it was before.</summary>
public sealed record RememberedFeature(CertificatePurpose Purpose, FeatureStatus Before)
{
    /// <summary>True once a run saw it on, and until we begin to switch it off.</summary>
    public bool SeenOn { get; init; }
}
