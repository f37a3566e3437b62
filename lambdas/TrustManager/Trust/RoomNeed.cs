namespace Infra.TrustManager.Trust;

/// <summary>What a directory takes and has, and what does not fit.</summary>
/// <param name="Lacking">Slots that are missing.</param>
/// <param name="LastOfAll">True when the only usable certificate would have to go first.</param>
internal sealed record RoomNeed(
    int Ceiling, int Occupied, IReadOnlyList<WantedCertificate> Missing, int Lacking, bool LastOfAll);
