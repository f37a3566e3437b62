using Infra.TrustManager.Admission;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Why a directory is to be kept equal to its sources now.</summary>
/// <param name="Trigger">For the log: what happened, or that a person asked.</param>
/// <param name="Mode">Null for the directory's own.</param>
/// <param name="Notice">The object that the event is about, and what it says of its writer; null for none.</param>
public sealed record RunWish(string Trigger, RotationMode? Mode = null, ObjectOrigin? Notice = null)
{
    /// <inheritdoc cref="HistoryEntry.By"/>
    public string? By { get; init; }
}
