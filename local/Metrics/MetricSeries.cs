namespace Infra.Local.Metrics;

/// <summary>One metric: its count since the start, and its newest minutes.</summary>
internal sealed class MetricSeries
{
    /// <summary>
    /// What is older than this before the newest value is forgotten. The longest look back of an alarm is 21 days: one
    /// period of a week, and two more periods that it may take values from.
    /// </summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(30);

    private readonly List<MetricMinute> _minutes = [];
    private readonly Lock _lock = new();
    private MetricCounter _counter = MetricCounter.None;

    public MetricCounter Counter
    {
        get
        {
            lock (_lock)
            {
                return _counter;
            }
        }
    }

    public void Add(MetricValue value)
    {
        lock (_lock)
        {
            _counter = _counter.With(value);
            var minute = new MetricMinute(MetricMinute.Of(value.At), StatisticSet.Of(value.Values));
            var index = IndexOf(minute.At);
            if (index < _minutes.Count && _minutes[index].At == minute.At)
            {
                _minutes[index] = minute with { Statistics = _minutes[index].Statistics + minute.Statistics };
            }
            else
            {
                _minutes.Insert(index, minute);
                Forget();
            }
        }
    }

    /// <summary>The minutes that begin at <paramref name="from"/> or later, oldest first.</summary>
    public IReadOnlyList<MetricMinute> Since(DateTimeOffset from)
    {
        lock (_lock)
        {
            return _minutes[IndexOf(from)..];
        }
    }

    // Half a retention more than asked is kept, so that not every value moves the whole list.
    private void Forget()
    {
        var newest = _minutes[^1].At;
        if (newest - _minutes[0].At > Retention * 1.5)
        {
            _minutes.RemoveRange(0, IndexOf(newest - Retention));
        }
    }

    /// <summary>Where the first minute stands that does not begin before <paramref name="moment"/>.</summary>
    private int IndexOf(DateTimeOffset moment)
    {
        var (low, high) = (0, _minutes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _minutes[middle].At < moment ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
