using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>What memory knows of certificates that others registered.</summary>
public static class ForeignRecollection
{
    /// <summary>Makes everything ours that is wanted and was registered by others, for when memory was lost.</summary>
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
                    && entry.LooksLike(certificate) && !known.Contains(entry.Id)) is { } found)
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
        ForeignCertificate[] now =
        [
            .. foreign.Select(entry =>
                seen?.GetValueOrDefault(entry.Id) ?? new ForeignCertificate(entry.Id, occasion.At)),
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
