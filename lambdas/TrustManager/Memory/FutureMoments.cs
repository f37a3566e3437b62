namespace Infra.TrustManager.Memory;

/// <summary>Moments of a state that are later than the function's clock, and what they count as.</summary>
/// <remarks>
/// A clock that was wrong once, or an edited state, must not make the time of a directory wrong for good. Each
/// counts as a tick of its own just before now: which certificate came later than another stays known, and what a run
/// registers now is later than all of them.
/// </remarks>
internal sealed class FutureMoments
{
    private readonly DateTimeOffset[] _later;
    private readonly DateTimeOffset _now;

    private FutureMoments(DateTimeOffset[] later, DateTimeOffset now) => (_later, _now) = (later, now);

    /// <summary>For the log and the history.</summary>
    public string Text =>
        $"{_later.Length} {(_later.Length == 1 ? "moment" : "moments")} of the state were later than the function's "
        + $"clock, which said {_now:u}; the latest was {_later[^1]:u}";

    /// <returns>Null when none is later than <paramref name="now"/>.</returns>
    public static FutureMoments? In(IEnumerable<DateTimeOffset> moments, DateTimeOffset now)
    {
        DateTimeOffset[] later = [.. moments.Where(moment => moment > now).Distinct().Order()];
        return later.Length == 0 ? null : new FutureMoments(later, now);
    }

    /// <summary>The moment itself, unless it is later than now.</summary>
    public DateTimeOffset Correct(DateTimeOffset moment)
    {
        var index = Array.BinarySearch(_later, moment);
        return index < 0 ? moment : _now.AddTicks(index - _later.Length);
    }
}
