using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>Brings memory in line with what a directory lists.</summary>
public static class Recollection
{
    /// <summary>What we remember once we have seen <paramref name="current"/>.</summary>
    public static TrustMemory Recalling(this TrustMemory memory, DirectoryState current)
    {
        // Whoever switches on what is off now is not us, unless we do it again.
        RememberedFeature[] features =
        [
            .. memory.Features.Where(feature => current.Feature(feature.Purpose).Status != FeatureStatus.Disabled),
        ];
        if (features.Length < memory.Features.Count)
        {
            memory = memory with { Features = features };
        }

        return memory.Recalling(current.Certificates);
    }

    /// <summary>As above, where only the certificates were read.</summary>
    public static TrustMemory Recalling(this TrustMemory memory, IReadOnlyList<RegisteredCertificate> listed)
    {
        var known = memory.Certificates.Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        RememberedCertificate[] recalled = [.. memory.Certificates.Select(entry => Recall(entry, listed, known))];
        return recalled.SequenceEqual(memory.Certificates) ? memory : memory with { Certificates = recalled };
    }

    /// <summary>Makes everything ours that is wanted and was registered by others, for when memory was lost.</summary>
    public static TrustMemory Adopting(
        this TrustMemory memory, IReadOnlyList<RegisteredCertificate> listed, DesiredTrust desired)
    {
        foreach (var purpose in Enum.GetValues<CertificatePurpose>())
        {
            foreach (var certificate in desired.For(purpose)?.Certificates ?? [])
            {
                if (memory.Of(purpose, certificate) is { CertificateId: not null })
                {
                    continue;
                }

                var known = memory.Certificates.Select(entry => entry.CertificateId).ToHashSet();
                if (listed.FirstOrDefault(entry => entry.Purpose == purpose && entry.IsThere && !entry.IsBroken()
                    && entry.LooksLike(certificate) && !known.Contains(entry.Id)) is { } found)
                {
                    memory = memory.With(new RememberedCertificate(
                        certificate, purpose, found.Id, found.OcspUrl, MemoryPhase.Registered, []));
                }
            }
        }

        return memory;
    }

    private static RememberedCertificate Recall(
        RememberedCertificate entry, IReadOnlyList<RegisteredCertificate> listed, HashSet<string> known)
    {
        if (entry.CertificateId is { } id)
        {
            return listed.FirstOrDefault(one => one.Id == id) is not { IsThere: true }
                ? entry with { CertificateId = null, Phase = MemoryPhase.Removed }
                : entry;
        }

        if (entry.Phase != MemoryPhase.Registering)
        {
            return entry;
        }

        var ours = listed.FirstOrDefault(one => one.Purpose == entry.Purpose
            && one.IsThere
            && one.LooksLike(entry.Certificate)
            && !known.Contains(one.Id)
            && !entry.IdsSeenBefore.Contains(one.Id, StringComparer.Ordinal));
        if (ours is null)
        {
            return entry;
        }

        known.Add(ours.Id);
        return entry with { CertificateId = ours.Id, Phase = MemoryPhase.Registered };
    }
}
