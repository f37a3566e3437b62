using System.Collections.Concurrent;
using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>Certificates by their texts; those in a bucket without an anchor beside them.</summary>
internal sealed class FakeSource : IWantedCertificates
{
    public static ConcurrentDictionary<string, CaCertificate> Known { get; } = new();

    /// <summary>True when the sources cannot be read.</summary>
    public bool IsBroken { get; set; }

    /// <summary>What the sources hold by now; a purpose that is not among them is as its properties say.</summary>
    public Dictionary<CertificatePurpose, IReadOnlyList<CaCertificate>> Dropped { get; } = [];

    /// <summary>What a bucket holds beside that, for every purpose; no path leads from it to an anchor.</summary>
    public List<CaCertificate> Strangers { get; } = [];

    /// <summary>Thumbprints of strangers that a path leads from by now.</summary>
    public HashSet<string> Anchored { get; } = [];

    public Task<AdmittedCertificates> ReadAsync(
        PurposeProperties properties,
        CertificatePurpose purpose,
        TrustMemory memory,
        DateTimeOffset at,
        CancellationToken cancellationToken)
    {
        if (IsBroken)
        {
            return Task.FromResult(new AdmittedCertificates([], ["The source is broken."]));
        }

        var pinned = Dropped.TryGetValue(purpose, out var dropped)
            ? dropped
            : [.. properties.Certificates.Select(pem => Known[pem])];
        var reasons = Strangers.Where(stranger => !pinned.Contains(stranger))
            .ToDictionary(stranger => stranger.Thumbprint, stranger => ReasonFor(stranger, purpose, memory));
        return Task.FromResult(new AdmittedCertificates(
            [.. pinned, .. Strangers.Where(stranger => reasons.GetValueOrDefault(stranger.Thumbprint) is not null)], [])
        {
            Reasons = reasons.Where(one => one.Value is not null).ToDictionary(one => one.Key, one => one.Value!),
            Withheld =
            [
                .. Strangers.Where(stranger => !pinned.Contains(stranger) && reasons[stranger.Thumbprint] is null)
                    .Select(stranger => SomeTrust.Withheld(stranger, memory.DecisionOf(purpose, stranger.Thumbprint) is null
                        ? WithheldKind.AwaitsApproval
                        : WithheldKind.Rejected)),
            ],
        });
    }

    private AdmissionReason? ReasonFor(CaCertificate stranger, CertificatePurpose purpose, TrustMemory memory) =>
        memory.DecisionOf(purpose, stranger.Thumbprint) is { } decision
            ? decision.IsApproved ? new AdmissionReason(AdmissionKind.Approved, "it was approved", SomeTrust.Origin(stranger.CommonName)) : null
            : Anchored.Contains(stranger.Thumbprint)
                ? new AdmissionReason(AdmissionKind.Path, "a path leads to an anchor", SomeTrust.Origin(stranger.CommonName))
                : null;
}
