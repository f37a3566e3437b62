using Infra.TrustManager.Admission;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>What operators decided about certificates, in the state.</summary>
public static class DecisionChanges
{
    public static AdmissionDecision? DecisionOf(
        this TrustMemory memory, CertificatePurpose purpose, string thumbprint) =>
        memory.Decisions.FirstOrDefault(decision => decision.Purpose == purpose && decision.Thumbprint == thumbprint);

    /// <summary>True when we registered it for this purpose, or asked for it without hearing the answer.</summary>
    public static bool IsRegistered(this TrustMemory memory, CertificatePurpose purpose, string thumbprint) =>
        memory.Certificates.Any(entry => entry.Purpose == purpose
            && entry.Certificate.Thumbprint == thumbprint
            && (entry.CertificateId is not null || entry.Phase == MemoryPhase.Registering));

    /// <summary>Each takes the place of an earlier decision about the same certificate and purpose.</summary>
    public static TrustMemory Deciding(this TrustMemory memory, IReadOnlyList<AdmissionDecision> decisions) => memory with
    {
        Decisions =
        [
            .. memory.Decisions.Where(earlier => !decisions.Any(
                one => one.Purpose == earlier.Purpose && one.Thumbprint == earlier.Thumbprint)),
            .. decisions,
        ],
    };

    /// <summary>
    /// The request is fulfilled: keeps the anchors that it names by thumbprint, and the decisions that still matter. A
    /// decision ends with its certificate, when that is in no source and not registered by us.
    /// </summary>
    public static TrustMemory SettlingAdmission(this TrustMemory memory, DesiredTrust desired) =>
        !desired.AreSourcesRead ? memory : memory with
        {
            Anchors = desired.Anchors,
            Decisions = [.. memory.Decisions.Where(decision => Matters(memory, desired, decision))],
        };

    private static bool Matters(TrustMemory memory, DesiredTrust desired, AdmissionDecision decision) =>
        desired.For(decision.Purpose) is { } purpose
        && (purpose.Certificates.Any(certificate => certificate.Thumbprint == decision.Thumbprint)
            || purpose.Withheld.Any(one => one.Kind == WithheldKind.NotReadable
                || one.Certificate?.Thumbprint == decision.Thumbprint)
            || memory.IsRegistered(decision.Purpose, decision.Thumbprint));
}
