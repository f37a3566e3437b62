using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>What is there, what is wanted, and what leads from one to the other; nothing was changed for it.</summary>
/// <param name="Remembered">The memory as it was read.</param>
/// <param name="Recalled">The same in line with what the directory lists.</param>
/// <param name="Health">A note about a directory that works but is not well; null for a healthy one.</param>
public sealed record Survey(
    DirectoryTrustProperties Properties,
    DesiredTrust Desired,
    DirectoryState State,
    TrustMemory Remembered,
    TrustMemory Recalled,
    TrustPlan Plan,
    string? Health,
    DateTimeOffset At)
{
    /// <summary>
    /// False when the last fulfilled request, its certificates included, is what its sources say today, no run died
    /// with its lease, and every decision of an operator still matters.
    /// </summary>
    public bool HasNews => !ReferenceEquals(Remembered, Recalled)
        || Remembered.Lease is not null
        || Remembered.Settled is not { } settled
        || !settled.Trust.IsSame(Settling)
        || !Remembered.Anchors.SequenceEqual(Desired.Anchors)
        || Remembered.SettlingAdmission(Desired).Decisions.Count < Remembered.Decisions.Count;

    /// <summary>What is recorded as fulfilled once it is.</summary>
    public DesiredTrust Settling => Desired.AsSettled(State, Recalled, At);
}
