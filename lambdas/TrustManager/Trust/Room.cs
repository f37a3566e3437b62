namespace Infra.TrustManager.Trust;

/// <summary>How successors find a place when a directory takes only so many certificates.</summary>
internal sealed class Room
{
    public Room(PurposeView view, int? ceiling, List<WantedCertificate> missing, int freed)
    {
        var occupied = view.Listed.Count(entry => entry.IsThere);

        // A directory that holds more than the ceiling shows that the ceiling is higher.
        var free = ceiling is { } most ? Math.Max(most, occupied) - occupied + freed : missing.Count;
        LeavingCertificate[] leaving = [.. view.Leaving.Where(leaving => !leaving.Entry.IsBroken())];
        FreedFirst =
        [
            .. leaving.Where(one => !one.Entry.IsUsable(view.Now)).Take(Math.Max(0, missing.Count - free)),
        ];
        free += FreedFirst.Count;
        var lacking = missing.Count - free;
        if (lacking <= 0)
        {
            return;
        }

        LeavingCertificate[] candidates = [.. leaving.Where(one => one.Entry.IsUsable(view.Now))];
        LeavingCertificate[] allowed =
            [.. candidates.Where(one => view.Desired?.AllowsGapFor(one.Certificate) == true)];
        var lastOfAll = view.Feature.IsOn && view.Usable + free < 2;
        if (allowed.Length >= lacking && !lastOfAll)
        {
            Swapped = [.. allowed.Take(lacking)];
            return;
        }

        var use = PurposeName.Of(view.Purpose);
        var names = string.Join(", ", missing.Select(wanted => $"'{wanted.Certificate.CommonName}'"));
        Refusal = $"For {use} the directory takes {Math.Max(ceiling ?? occupied, occupied)} certificates and has "
            + $"{occupied}; {missing.Count} more are wanted ({names}), so that {lacking} slots are missing. "
            + (candidates.Length >= lacking && !lastOfAll ? Gap(candidates, lacking) : Free(view, lacking, lastOfAll));
    }

    /// <summary>Certificates of ours that help nobody, whose slots are needed.</summary>
    public IReadOnlyList<LeavingCertificate> FreedFirst { get; }

    /// <summary>Certificates that leave before the successor that takes their slot.</summary>
    public IReadOnlyList<LeavingCertificate> Swapped { get; } = [];

    public string? Refusal { get; }

    private static string Gap(LeavingCertificate[] candidates, int count) =>
        $"Removing {count} of those that leave anyway first would make room, but whoever depends on them is refused "
        + "until their successors are registered, which takes minutes. To allow that, name them in allowGapFor of the "
        + $"environment file: {string.Join(", ", candidates.Select(Named))}.";

    private static string Free(PurposeView view, int count, bool lastOfAll)
    {
        var foreign = view.Foreign.Select(entry => $"'{entry.CommonName}' ({entry.Id})").ToArray();
        var last = lastOfAll ? "The only usable certificate cannot go while the feature is on. " : "";
        return foreign.Length > 0
            ? $"{last}Deregister {count} of those that others registered ({string.Join(", ", foreign)}), list fewer "
                + "certificates, or ask AWS for a higher quota."
            : $"{last}List at least {count} certificates fewer, or ask AWS for a higher quota.";
    }

    private static string Named(LeavingCertificate leaving) =>
        $"'{leaving.Certificate.CommonName}' ({leaving.Certificate.Thumbprint})";
}
