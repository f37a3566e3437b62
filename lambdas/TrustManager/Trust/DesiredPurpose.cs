using System.Text.Json.Serialization;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust;

/// <summary>The certificates of one purpose, and whether the directory shall use them.</summary>
/// <param name="Certificates">What may be registered, root first, each once.</param>
/// <param name="Enabled">False registers the certificates and leaves the feature off.</param>
/// <param name="OcspUrl">For every certificate of the purpose; null for LDAPS, or for none.</param>
/// <param name="GapAllowedFor">
/// Thumbprints or common names of certificates that may be missing for a moment, where nothing else is possible.
/// </param>
public sealed record DesiredPurpose(
    IReadOnlyList<CaCertificate> Certificates, bool Enabled, string? OcspUrl, IReadOnlyList<string> GapAllowedFor)
{
    /// <summary>
    /// Stay while they are registered, and are never registered: no source lists them, so that only the state says what
    /// they are. Not part of the state itself.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<CaCertificate> Kept { get => field ?? []; init; }

    public bool IsKept(CaCertificate certificate) => Kept.Contains(certificate);

    /// <summary>What allows each certificate, by thumbprint; one that is not in it is pinned.</summary>
    /// <remarks>Not part of the state: it is decided anew with each reading of the sources.</remarks>
    [JsonIgnore]
    public IReadOnlyDictionary<string, AdmissionReason> Reasons { get => field ?? NoReasons; init; }

    /// <summary>What the sources list and no run may register; the state keeps it apart.</summary>
    [JsonIgnore]
    public IReadOnlyList<WithheldObject> Withheld { get => field ?? []; init; }

    /// <summary>Of what is withheld: the certificates that operators may decide about, with their bodies.</summary>
    [JsonIgnore]
    public IReadOnlyList<CaCertificate> Awaiting { get => field ?? []; init; }

    /// <summary>What a person should know of the sources and anchors although nothing is wrong.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Notes { get => field ?? []; init; }

    private static IReadOnlyDictionary<string, AdmissionReason> NoReasons { get; } =
        new Dictionary<string, AdmissionReason>();

    public AdmissionReason ReasonFor(CaCertificate certificate) =>
        Reasons.GetValueOrDefault(certificate.Thumbprint, AdmissionReason.Pinned);

    public bool AllowsGapFor(CaCertificate certificate) => GapAllowedFor.Any(
        entry => CertificateReference.Names(entry, certificate.Thumbprint, certificate.CommonName));
}
