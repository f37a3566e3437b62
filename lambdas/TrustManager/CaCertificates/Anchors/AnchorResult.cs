namespace Infra.TrustManager.CaCertificates.Anchors;

/// <summary>Whether a trust anchor vouches for a certificate.</summary>
/// <param name="Path">Null when none does.</param>
/// <param name="Reason">Why none does, in whole sentences; null with a path.</param>
public sealed record AnchorResult(CaCertificate Certificate, AnchorPath? Path, string? Reason);
