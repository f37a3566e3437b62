using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Trust.Slots;

/// <summary>
/// A rotation that does not fit beside what is there, part after part: each in the slots that an earlier one gave back.
/// </summary>
internal sealed class SlotPlan
{
    /// <summary>
    /// Days that a certificate must be registrable beyond the day on which its slot is free: the run of that day comes
    /// up to a day later, and may fail once.
    /// </summary>
    private static readonly TimeSpan Slack = TimeSpan.FromDays(2);

    private readonly PurposeView _view;
    private readonly Overlap _overlap;
    private readonly List<LeavingCertificate> _pending;
    private readonly Dictionary<CaCertificate, DateTimeOffset> _coming = [];
    private readonly List<SlotStage> _stages = [];
    private DateTimeOffset _day;
    private readonly HashSet<string> _removed = [];
    private int _free;

    private SlotPlan(PurposeView view, Overlap overlap, IReadOnlyList<LeavingCertificate> leaving, int free)
    {
        (_view, _overlap, _pending, _free) = (view, overlap, [.. leaving], free);
        _day = view.Now;
    }

    /// <summary>Soonest first.</summary>
    public IReadOnlyList<SlotStage> Stages => _stages;

    /// <summary>The day of each that arrives.</summary>
    public IReadOnlyDictionary<CaCertificate, DateTimeOffset> Coming => _coming;

    /// <summary>One whose slot comes free when it cannot be registered any more, and that day; null for none.</summary>
    public (CaCertificate Certificate, DateTimeOffset Day)? TooLate { get; private set; }

    /// <returns>Null when no order fits.</returns>
    public static SlotPlan? Find(
        PurposeView view,
        Overlap overlap,
        IReadOnlyList<WantedCertificate> missing,
        IReadOnlyList<LeavingCertificate> leaving,
        int free)
    {
        if (Order(SlotUnits.Of(view, missing, leaving), free) is not { } order)
        {
            return null;
        }

        var plan = new SlotPlan(view, overlap, leaving, free);
        var allowed = new HashSet<LeavingCertificate>();
        foreach (var unit in order)
        {
            if (unit.Arriving.Count > 0 && !plan.TryPlace(unit, allowed))
            {
                return null;
            }

            allowed.UnionWith(unit.Leaving);
        }

        return plan;
    }

    /// <summary>
    /// What nothing names a successor of would, once that is registered, be taken for part of the unknown: so the
    /// unknown comes before it. Then every later run finds an order again from what it sees.
    /// </summary>
    private static IReadOnlyList<SlotUnit>? Order(IReadOnlyList<SlotUnit> units, int free)
    {
        var waits = units.Any(unit => unit is { IsUnknown: true, Arriving.Count: > 0 });
        SlotUnit[] late = [.. units.Where(unit => waits && unit is { IsUnknown: false, IsNamed: false })];
        SlotUnit[] early = [.. units.Except(late)];
        return Sorted(early, free) is { } first
            && Sorted(late, free + early.Sum(unit => unit.Need.Frees - unit.Need.Takes)) is { } last
                ? [.. first, .. last]
                : null;
    }

    private static IEnumerable<SlotUnit>? Sorted(SlotUnit[] units, int free) =>
        SlotOrder.Find([.. units.Select(unit => unit.Need)], free)?.Select(index => units[index]);

    /// <summary>Waits until enough of <paramref name="allowed"/> has gone.</summary>
    private bool TryPlace(SlotUnit unit, HashSet<LeavingCertificate> allowed)
    {
        List<LeavingCertificate> first = [];
        while (_free < unit.Arriving.Count)
        {
            var next = _pending.Where(one => allowed.Contains(one) && MayGo(one))
                .MinBy(one => _overlap.Of(one, _coming).From);
            if (next is null)
            {
                return false;
            }

            var from = _overlap.Of(next, _coming).From;
            _day = from > _day ? from : _day;
            _pending.Remove(next);
            first.Add(next);
            _free++;
            _removed.Add(next.Entry.Id);
        }

        foreach (var wanted in unit.Arriving)
        {
            _coming[wanted.Certificate] = _day;
            TooLate ??= _day == _view.Now || wanted.Certificate.IsRegistrable(_day.Plus(Slack))
                ? null
                : (wanted.Certificate, _day);
        }

        _free -= unit.Arriving.Count;
        _stages.Add(new SlotStage(_day, first, unit.Arriving));
        return true;
    }

    /// <summary>A feature that is on cannot do without a usable certificate, however short.</summary>
    private bool MayGo(LeavingCertificate leaving) =>
        !_view.Feature.IsOn || UsableOnDay() > 1 || !_view.IsUsable(leaving.Entry, _day);

    private int UsableOnDay() =>
        _view.Listed.Count(entry => !_removed.Contains(entry.Id) && _view.IsUsable(entry, _day))
        + _coming.Keys.Count(certificate => certificate.NotBefore <= _day);
}
