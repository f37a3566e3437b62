using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>A request that was fulfilled, with its certificates: what a rollback goes back to.</summary>
/// <param name="Fingerprint">Of the properties, as <see cref="TrustAttempt.Fingerprint"/>.</param>
public sealed record SettledTrust(string Fingerprint, DesiredTrust Trust)
{
    /// <summary>Where a scheduled run finds the sources; null where an earlier release wrote it.</summary>
    public DirectoryTrustProperties? Properties { get; init; }
}
