using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>What memory knows of certificates that others registered.</summary>
public static class ForeignRecollection
{
    /// <summary>What others registered under this id is the certificate of this thumbprint.</summary>
    public static TrustMemory Identified(this TrustMemory memory, string id, string thumbprint) => memory with
    {
        Foreign =
        [
            .. (memory.Foreign ?? []).Select(entry => entry.Id == id
                ? entry with { Is = thumbprint, Unclear = null, UnclearAt = 0 }
                : entry),
        ],
    };

    /// <summary>Whether it is could not be found out.</summary>
    /// <param name="count">See <see cref="ForeignCertificate.UnclearAt"/>.</param>
    public static TrustMemory LeftUnclear(this TrustMemory memory, string id, string thumbprint, int count) => memory with
    {
        Foreign =
        [
            .. (memory.Foreign ?? []).Select(entry =>
                entry.Id == id ? entry with { Unclear = thumbprint, UnclearAt = count } : entry),
        ],
    };

    /// <summary>
    /// Makes everything ours that is wanted and is known to have been registered by others, for when memory was lost.
    /// </summary>
    /// <param name="occasion">Null where nothing is to be written down.</param>
    public static TrustMemory Adopting(
        this TrustMemory memory,
        IReadOnlyList<RegisteredCertificate> listed,
        DesiredTrust desired,
        Occasion? occasion = null)
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
                    && !known.Contains(entry.Id) && memory.Foreign?.Any(
                        one => one.Id == entry.Id && one.Is == certificate.Thumbprint) == true) is { } found)
                {
                    memory = memory.With(new RememberedCertificate(
                        certificate, purpose, found.Id, found.OcspUrl, MemoryPhase.Registered, []));
                    memory = occasion is null ? memory : memory.Noting(
                        occasion,
                        $"adopted '{found.CommonName}' ({found.Id}) of {PurposeName.Of(purpose)}",
                        "AdoptRegistered is on, and its sources list it");
                }
            }
        }

        return memory;
    }

    /// <summary>What was there when first looked is nobody's change.</summary>
    internal static TrustMemory Seeing(
        TrustMemory memory, IEnumerable<RegisteredCertificate> there, Occasion occasion)
    {
        var ours = memory.Certificates.Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        RegisteredCertificate[] foreign = [.. there.Where(entry => !ours.Contains(entry.Id))];
        var seen = memory.Foreign?.ToDictionary(entry => entry.Id, StringComparer.Ordinal);

        // Of two that look alike, the one that has gone may have been what the other one was taken for.
        var isOneGone = seen?.Keys.Except(foreign.Select(entry => entry.Id)).Any() == true;
        ForeignCertificate[] now =
        [
            .. foreign.Select(entry => seen?.GetValueOrDefault(entry.Id) is not { } earlier
                ? new ForeignCertificate(entry.Id, occasion.At)
                : isOneGone ? new ForeignCertificate(earlier.Id, earlier.Since) : earlier),
        ];
        if (memory.Foreign?.SequenceEqual(now) == true)
        {
            return memory;
        }

        memory = memory with { Foreign = now };
        return seen is null ? memory : foreign.Where(entry => !seen.ContainsKey(entry.Id)).Aggregate(
            memory,
            (drifted, entry) => drifted.Drifting(
                occasion,
                entry.Purpose,
                $"new/{entry.Id}",
                $"'{entry.CommonName}' ({entry.Id}) was registered for {PurposeName.Of(entry.Purpose)} by somebody "
                + "else"));
    }
}
