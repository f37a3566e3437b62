namespace Infra.TrustManager.Trust.Slots;

/// <summary>Certificates that are registered on one day, and what goes just before to make room for them.</summary>
internal sealed record SlotStage(
    DateTimeOffset Day, IReadOnlyList<LeavingCertificate> First, IReadOnlyList<WantedCertificate> Arriving);
