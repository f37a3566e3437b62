using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Memory;

/// <summary>Brings memory in line with what a directory lists.</summary>
public static class Recollection
{
    /// <summary>What we remember once we have seen <paramref name="current"/>.</summary>
    /// <param name="at">The moment of the run.</param>
    /// <param name="request">Its id, for the history.</param>
    public static TrustMemory Recalling(
        this TrustMemory memory, DirectoryState current, DateTimeOffset at, string request = "")
    {
        foreach (var feature in memory.Features)
        {
            // Whoever switches on what is off now is not us, unless we do it again.
            memory = current.Feature(feature.Purpose) switch
            {
                { Status: FeatureStatus.Disabled } => Off(memory, feature, new Occasion(at, request)),
                { IsOn: true } when !feature.SeenOn => memory with
                {
                    Features =
                        [.. memory.Features.Select(one => one == feature ? feature with { SeenOn = true } : one)],
                },
                _ => memory,
            };
        }

        return memory.Recalling(current.Certificates, at, request);
    }

    /// <summary>As above, where only the certificates were read.</summary>
    public static TrustMemory Recalling(
        this TrustMemory memory, IReadOnlyList<RegisteredCertificate> listed, DateTimeOffset at, string request = "")
    {
        var occasion = new Occasion(at, request);
        var byId = listed.Where(one => one.IsThere).ToDictionary(one => one.Id, StringComparer.Ordinal);
        var known = memory.Certificates.Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        foreach (var entry in memory.Certificates)
        {
            memory = entry switch
            {
                { CertificateId: { } id } when !byId.ContainsKey(id) => Gone(memory, entry, occasion),
                { CertificateId: { } id, RegisteredSince: null } when byId[id].State == RegistrationState.Registered =>
                    memory.With(entry with { RegisteredSince = at }),
                { CertificateId: null, Phase: MemoryPhase.Registering } =>
                    Found(memory, entry, byId.Values, known, occasion),
                _ => memory,
            };
        }

        return ForeignRecollection.Seeing(memory, byId.Values, occasion);
    }

    private static TrustMemory Off(TrustMemory memory, RememberedFeature feature, Occasion occasion)
    {
        memory = memory.Disabled(feature.Purpose);
        return feature.SeenOn
            ? memory.Drifting(
                occasion,
                feature.Purpose,
                "off",
                $"{PurposeName.Of(feature.Purpose)} was switched off by somebody else")
            : memory;
    }

    /// <summary>By our own wish, of age, or by somebody's hand.</summary>
    private static TrustMemory Gone(TrustMemory memory, RememberedCertificate entry, Occasion occasion)
    {
        var byHand = entry is { Phase: MemoryPhase.Registered, RegisteredSince: not null }
            && occasion.At < entry.Certificate.NotAfter;
        memory = memory.With(entry with
        {
            CertificateId = null, Phase = MemoryPhase.Removed, RegisteredSince = null, RemovedByHand = byHand,
        });
        return byHand
            ? memory.Drifting(
                occasion,
                entry.Purpose,
                $"gone/{entry.CertificateId}",
                $"'{entry.Certificate.CommonName}' ({entry.CertificateId}) of {PurposeName.Of(entry.Purpose)} was "
                + "deregistered by somebody else")
            : memory.NotingRemoved(occasion, entry);
    }

    /// <summary>The answer to our call was lost, and it had taken effect.</summary>
    private static TrustMemory Found(
        TrustMemory memory,
        RememberedCertificate entry,
        IEnumerable<RegisteredCertificate> listed,
        HashSet<string> known,
        Occasion occasion)
    {
        var ours = listed.FirstOrDefault(one => one.Purpose == entry.Purpose
            && one.LooksLike(entry.Certificate)
            && !known.Contains(one.Id)
            && !entry.IdsSeenBefore.Contains(one.Id, StringComparer.Ordinal));
        if (ours is null)
        {
            return memory;
        }

        known.Add(ours.Id);
        var found = entry with
        {
            CertificateId = ours.Id,
            Phase = MemoryPhase.Registered,
            RegisteredSince = ours.State == RegistrationState.Registered ? occasion.At : null,
        };
        return memory.With(found).NotingRegistered(occasion, found);
    }
}
