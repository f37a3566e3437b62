using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Trust.Slots;

namespace Infra.TrustManager.Trust;

/// <summary>How successors find a place when a directory takes only so many certificates.</summary>
internal sealed class Room
{
    public Room(PurposeView view, Overlap overlap, int? ceiling, List<WantedCertificate> missing, int freed)
    {
        var occupied = view.Listed.Count(entry => entry.IsThere);

        // A directory that holds more than the ceiling shows that the ceiling is higher.
        var free = ceiling is { } most ? Math.Max(most, occupied) - occupied + freed : missing.Count;
        LeavingCertificate[] leaving = [.. view.Leaving.Where(leaving => !leaving.Entry.IsBroken())];
        FreedFirst =
        [
            .. leaving.Where(one => !view.IsUsable(one.Entry)).Take(Math.Max(0, missing.Count - free)),
        ];
        free += FreedFirst.Count;
        var lacking = missing.Count - free;
        Stages = [new SlotStage(view.Now, [], missing)];
        if (lacking <= 0)
        {
            return;
        }

        LeavingCertificate[] candidates = [.. leaving.Where(one => view.IsUsable(one.Entry))];
        LeavingCertificate[] allowed =
            [.. candidates.Where(one => view.Desired?.AllowsGapFor(one.Certificate) == true && view.Keeping(one) is null)];
        var lastOfAll = view.Feature.IsOn && UsableBesideSwap(view, missing, free) < 2;
        var canSwap = allowed.Length >= lacking && !lastOfAll;

        // What we took away is to come back, as when an update is rolled back: whoever relies on it waits already.
        var isUrgent = canSwap && missing.Exists(wanted => wanted.WasRemoved);
        var order = isUrgent ? null : SlotPlan.Find(view, overlap, missing, candidates, free);
        if (order is { TooLate: null })
        {
            Stages = order.Stages;
            return;
        }

        if (canSwap)
        {
            Swapped = [.. allowed.Take(lacking)];
            return;
        }

        Refusal = RoomRefusal.Text(
            view, new RoomNeed(Math.Max(ceiling ?? occupied, occupied), occupied, missing, lacking, lastOfAll),
            [.. candidates.Where(one => view.Keeping(one) is null)], order?.TooLate);
    }

    /// <summary>
    /// Usable certificates when the last swap begins. What is not valid yet makes up for nothing that goes before it.
    /// </summary>
    private static int UsableBesideSwap(PurposeView view, List<WantedCertificate> missing, int free) => view.Usable
        + missing.Take(free).Count(wanted => wanted.Certificate.NotBefore <= view.Now)
        - missing.Skip(free).Count(wanted => wanted.Certificate.NotBefore > view.Now);

    /// <summary>Certificates of ours that help nobody, whose slots are needed.</summary>
    public IReadOnlyList<LeavingCertificate> FreedFirst { get; }

    /// <summary>What is registered on which day, soonest first; usually everything now.</summary>
    public IReadOnlyList<SlotStage> Stages { get; }

    /// <summary>Certificates that leave before the successor that takes their slot; it comes last.</summary>
    public IReadOnlyList<LeavingCertificate> Swapped { get; } = [];

    public string? Refusal { get; }

    /// <summary>When each missing certificate is registered.</summary>
    public IReadOnlyDictionary<CaCertificate, DateTimeOffset> Coming =>
        Stages.SelectMany(stage => stage.Arriving.Select(wanted => (wanted.Certificate, stage.Day)))
            .ToDictionary(one => one.Certificate, one => one.Day);
}
