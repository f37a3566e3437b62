using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.Trust;

/// <summary>One purpose of a directory: what is there, whose it is, and what is wanted.</summary>
internal sealed record PurposeView
{
    public required CertificatePurpose Purpose { get; init; }

    public required DirectoryFeature Feature { get; init; }

    /// <summary>True when we switched the feature on.</summary>
    public required bool EnabledByUs { get; init; }

    public required DesiredPurpose? Desired { get; init; }

    public required DateTimeOffset Now { get; init; }

    public required IReadOnlyList<RegisteredCertificate> Listed { get; init; }

    public required IReadOnlyList<WantedCertificate> Wanted { get; init; }

    /// <summary>Ours and wanted no more, in the order in which they go: issuers last.</summary>
    public required IReadOnlyList<LeavingCertificate> Leaving { get; init; }

    /// <summary>What the sources list, what no run may register, and what is not registered by us.</summary>
    public required IReadOnlyList<WithheldObject> Withheld { get; init; }

    /// <summary>By the ids of some that leave: what is withheld and keeps them for now.</summary>
    public IReadOnlyDictionary<string, WithheldObject> KeptBy { get; init; } = new Dictionary<string, WithheldObject>();

    /// <summary>What others registered, wanted or not.</summary>
    public required IReadOnlyList<RegisteredCertificate> Foreign { get; init; }

    /// <summary>Since when runs see the certificates of others; one that is not in it was there before.</summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> ForeignSince { get; init; }

    /// <summary>
    /// By id, from when a listed certificate is valid, where that is known: Directory Service does not list it.
    /// </summary>
    public required IReadOnlyDictionary<string, DateTimeOffset> ValidFrom { get; init; }

    public int Usable => Listed.Count(IsUsable);

    /// <summary>True when sign-in can rely on it now: it is registered and valid.</summary>
    public bool IsUsable(RegisteredCertificate entry) => IsUsable(entry, Now);

    /// <summary>True when sign-in can rely on it at <paramref name="moment"/>.</summary>
    public bool IsUsable(RegisteredCertificate entry, DateTimeOffset moment) =>
        entry.IsUnexpired(moment) && ValidFrom.GetValueOrDefault(entry.Id, DateTimeOffset.MinValue) <= moment;

    /// <summary>The day from which runs see it registered; null for what is missing or was there before any run.</summary>
    public DateTimeOffset? Since(WantedCertificate wanted) =>
        wanted.IsMissing ? null
        : wanted.IsOurs ? wanted.Remembered!.RegisteredSince ?? Now
        : ForeignSince.TryGetValue(wanted.Entry!.Id, out var seen) ? seen : null;

    /// <summary>The purposes that are ours to manage.</summary>
    public static IReadOnlyList<PurposeView> Managed(
        DirectoryState current, TrustMemory memory, DesiredTrust desired, DateTimeOffset now) =>
    [
        .. Enum.GetValues<CertificatePurpose>().Where(purpose => desired.For(purpose) is not null)
            .Select(purpose => Of(purpose, current, memory, desired.For(purpose), now)),
    ];

    public static PurposeView Of(
        CertificatePurpose purpose,
        DirectoryState current,
        TrustMemory memory,
        DesiredPurpose? desired,
        DateTimeOffset now)
    {
        RegisteredCertificate[] listed = [.. current.Certificates.Where(entry => entry.Purpose == purpose)];
        RememberedCertificate[] remembered = [.. memory.Certificates.Where(entry => entry.Purpose == purpose)];
        var there = listed.Where(entry => entry.IsThere).ToDictionary(entry => entry.Id);
        var ourIds = remembered.Select(entry => entry.CertificateId).OfType<string>().ToHashSet();
        List<RegisteredCertificate> foreign = [.. there.Values.Where(entry => !ourIds.Contains(entry.Id))];
        WantedCertificate[] matched =
        [
            .. Match(
                [
                    .. (desired?.Certificates ?? [])
                        .Concat(Withholding.Registered(desired, remembered, there))
                        .Concat(Kept(desired, remembered, there))
                        .Distinct(),
                ],
                remembered,
                there,
                foreign,
                (memory.Foreign ?? []).ToDictionary(entry => entry.Id, StringComparer.Ordinal)),
        ];
        var tooLate = matched.Where(wanted => Withholding.IsTooLate(desired, wanted, now)).ToArray();
        WantedCertificate[] wanted = [.. matched.Except(tooLate)];
        var view = new PurposeView
        {
            Purpose = purpose,
            Feature = current.Feature(purpose),
            EnabledByUs = memory.Features.Any(feature => feature.Purpose == purpose),
            Desired = desired,
            Now = now,
            Listed = listed,
            Wanted = wanted,
            Withheld = [.. Withholding.Of(desired, wanted, tooLate)],
            Leaving =
            [
                .. remembered.Reverse()
                    .Where(entry => !wanted.Any(one => one.Certificate.Equals(entry.Certificate)))
                    .Where(entry => entry.CertificateId is { } id && there.ContainsKey(id))
                    .Select(entry => new LeavingCertificate(entry, there[entry.CertificateId!])),
            ],
            Foreign = foreign,
            ValidFrom = ValidFromOf(matched, remembered),
            ForeignSince = (memory.Foreign ?? []).ToDictionary(entry => entry.Id, entry => entry.Since),
        };
        return view with { KeptBy = desired is null ? view.KeptBy : Withholding.KeptBy(view) };
    }

    private static Dictionary<string, DateTimeOffset> ValidFromOf(
        WantedCertificate[] matched, RememberedCertificate[] remembered)
    {
        var validFrom = remembered.Where(entry => entry.CertificateId is not null)
            .ToDictionary(entry => entry.CertificateId!, entry => entry.Certificate.NotBefore);
        foreach (var wanted in matched.Where(wanted => wanted.Entry is not null))
        {
            validFrom.TryAdd(wanted.Entry!.Id, wanted.Certificate.NotBefore);
        }

        return validFrom;
    }

    /// <summary>What is only kept, as far as we registered it and it works or is about to.</summary>
    private static IEnumerable<CaCertificate> Kept(
        DesiredPurpose? desired, RememberedCertificate[] remembered, Dictionary<string, RegisteredCertificate> there) =>
        remembered
            .Where(entry => desired?.IsKept(entry.Certificate) == true
                && entry.CertificateId is { } id
                && there.TryGetValue(id, out var listed)
                && !listed.IsBroken())
            .Select(entry => entry.Certificate);

    /// <summary>
    /// Two certificates may share a common name and an expiry, so that each listed one stands for one wanted one, and
    /// none for one that it is known not to be.
    /// </summary>
    private static IEnumerable<WantedCertificate> Match(
        IReadOnlyList<CaCertificate> wanted,
        RememberedCertificate[] remembered,
        Dictionary<string, RegisteredCertificate> there,
        List<RegisteredCertificate> foreign,
        Dictionary<string, ForeignCertificate> known)
    {
        List<RegisteredCertificate> unclaimed = [.. foreign.Where(entry => !entry.IsBroken())];
        foreach (var certificate in wanted)
        {
            var ours = remembered.FirstOrDefault(entry => entry.Certificate.Equals(certificate));
            var entry = ours?.CertificateId is { } id ? there.GetValueOrDefault(id) : null;
            if (entry is null && Lookalike.Find(unclaimed, certificate, ours, known) is { } found)
            {
                unclaimed.Remove(found);
                entry = found;
            }

            yield return new WantedCertificate(certificate, entry, ours)
            {
                Foreign = entry is null ? null : known.GetValueOrDefault(entry.Id),
            };
        }
    }
}
