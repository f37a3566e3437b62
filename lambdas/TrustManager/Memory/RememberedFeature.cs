using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>A feature that we switched on, and what it was before.</summary>
public sealed record RememberedFeature(CertificatePurpose Purpose, FeatureStatus Before);
