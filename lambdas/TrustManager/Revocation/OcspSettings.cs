namespace Infra.TrustManager.Revocation;

/// <summary>A CA's <c>OcspConfiguration</c>: never ours, sent back as it was read.</summary>
public sealed record OcspSettings(bool Enabled, string? CustomCname = null);
