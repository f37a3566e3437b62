namespace Infra.TrustManager.Trust.Slots;

/// <summary>Certificates that belong together: all that arrive are registered before any that leaves may go.</summary>
/// <param name="IsNamed">
/// True when each that leaves has a successor of its own name, so that they are still known to belong together once
/// those are registered.
/// </param>
/// <param name="IsUnknown">True when nothing tells which of them replaces which.</param>
internal sealed record SlotUnit(
    IReadOnlyList<WantedCertificate> Arriving, IReadOnlyList<LeavingCertificate> Leaving, bool IsNamed, bool IsUnknown)
{
    public SlotNeed Need => new(Arriving.Count, Leaving.Count);
}
