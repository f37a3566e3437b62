using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>A request that was fulfilled, with its certificates: what a rollback goes back to.</summary>
/// <param name="Fingerprint">Of the properties, as <see cref="TrustAttempt.Fingerprint"/>.</param>
public sealed record SettledTrust(string Fingerprint, DesiredTrust Trust);
