using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Why a directory is to be kept equal to its sources now.</summary>
/// <param name="Trigger">For the log: what happened, or that a person asked.</param>
/// <param name="Mode">Null for the directory's own.</param>
public sealed record RunWish(string Trigger, RotationMode? Mode = null)
{
    /// <inheritdoc cref="HistoryEntry.By"/>
    public string? By { get; init; }
}
