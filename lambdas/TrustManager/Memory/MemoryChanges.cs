using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;

namespace Infra.TrustManager.Memory;

/// <summary>What memory says after each effect.</summary>
public static class MemoryChanges
{
    public static RememberedCertificate? Of(
        this TrustMemory memory, CertificatePurpose purpose, CaCertificate certificate) =>
        memory.Certificates.FirstOrDefault(entry => entry.Purpose == purpose && entry.Certificate.Equals(certificate));

    /// <summary>Remembers a certificate in place of what was known of it; a new one comes last.</summary>
    public static TrustMemory With(this TrustMemory memory, RememberedCertificate certificate)
    {
        var earlier = memory.Of(certificate.Purpose, certificate.Certificate);
        return memory with
        {
            Certificates = earlier is null
                ? [.. memory.Certificates, certificate]
                : [.. memory.Certificates.Select(entry => entry == earlier ? certificate : entry)],
        };
    }

    public static TrustMemory Without(
        this TrustMemory memory, CertificatePurpose purpose, CaCertificate certificate) =>
        memory with
        {
            Certificates =
            [
                .. memory.Certificates.Where(entry =>
                    entry.Purpose != purpose || !entry.Certificate.Equals(certificate)),
            ],
        };

    /// <summary>The certificate of this id is in another phase; one that is removed has no id any more.</summary>
    /// <param name="why">Why the phase was begun; null keeps what is known.</param>
    public static TrustMemory Phased(
        this TrustMemory memory, string certificateId, MemoryPhase phase, string? why = null) =>
        memory.Certificates.FirstOrDefault(entry => entry.CertificateId == certificateId) is not { } entry
        || entry.Phase == phase
            ? memory
            : memory.With(entry with
            {
                Phase = phase,
                CertificateId = phase == MemoryPhase.Removed ? null : certificateId,
                Why = why ?? entry.Why,
                RegisteredSince = phase == MemoryPhase.Removed ? null : entry.RegisteredSince,
            });

    public static TrustMemory Enabled(this TrustMemory memory, CertificatePurpose purpose, FeatureStatus before) =>
        memory.Features.Any(feature => feature.Purpose == purpose)
            ? memory
            : memory with { Features = [.. memory.Features, new RememberedFeature(purpose, before)] };

    /// <summary>About to switch it off: who finds it off need not look for somebody else.</summary>
    public static TrustMemory Disabling(this TrustMemory memory, CertificatePurpose purpose) =>
        memory.Features.Any(feature => feature.Purpose == purpose && feature.SeenOn)
            ? memory with
            {
                Features =
                [
                    .. memory.Features.Select(feature =>
                        feature.Purpose == purpose ? feature with { SeenOn = false } : feature),
                ],
            }
            : memory;

    public static TrustMemory Disabled(this TrustMemory memory, CertificatePurpose purpose) =>
        memory with { Features = [.. memory.Features.Where(feature => feature.Purpose != purpose)] };

    /// <summary>The request is fulfilled; what is of no use any more is forgotten.</summary>
    public static TrustMemory SettledWith(this TrustMemory memory, SettledTrust settled, DateTimeOffset now) =>
        memory with
        {
            Settled = settled,
            Attempt = null,
            Lease = null,
            Certificates =
            [
                .. memory.Certificates.Where(entry => entry.CertificateId is not null
                    || (entry.Phase == MemoryPhase.Removed && entry.Certificate.NotAfter > now)),
            ],
        };
}
