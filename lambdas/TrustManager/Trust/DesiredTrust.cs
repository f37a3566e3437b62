using System.Text.Json.Serialization;
using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Trust;

/// <summary>What a directory shall trust, from the environment file and its sources.</summary>
/// <param name="SmartCard">Null when smart cards are not ours to manage.</param>
/// <param name="Ldaps">Null when LDAPS is not ours to manage.</param>
public sealed record DesiredTrust(DesiredPurpose? SmartCard, DesiredPurpose? Ldaps)
{
    /// <summary>Nothing of ours: what Delete makes true.</summary>
    public static DesiredTrust Nothing { get; } = new(null, null);

    /// <summary>
    /// False for what a rollback goes back to, which says nothing of what the sources list and withhold by now.
    /// </summary>
    [JsonIgnore]
    public bool AreSourcesRead { get; init; }

    /// <summary>Certificates of anchors that the environment file names by thumbprint, for the state to keep.</summary>
    [JsonIgnore]
    public IReadOnlyList<KeptAnchor> Anchors { get => field ?? []; init; }

    public DesiredTrust With(CertificatePurpose purpose, DesiredPurpose desired) =>
        purpose == CertificatePurpose.SmartCard ? this with { SmartCard = desired } : this with { Ldaps = desired };

    public DesiredPurpose? For(CertificatePurpose purpose) =>
        purpose == CertificatePurpose.SmartCard ? SmartCard : Ldaps;
}
