using Infra.Local.Metrics;
using Infra.Local.Tests.S3;

namespace Infra.Local.Tests.Metrics;

public sealed class MetricStoreTests
{
    private static readonly Metric Runs = new("TrustManager", "RunFailed", "DirectoryId", "d-0123456789");

    private readonly FakeClock _clock = new();
    private readonly MetricStore _metrics;

    public MetricStoreTests() => _metrics = new MetricStore(_clock);

    [Fact]
    public void The_order_of_dimensions_does_not_matter_and_their_values_do()
    {
        var one = new Metric("N", "M", DimensionSet.Of(("A", "1"), ("B", "2")));

        Assert.Equal(one, new Metric("N", "M", DimensionSet.Of(("B", "2"), ("A", "1"))));
        Assert.NotEqual(one, new Metric("N", "M", DimensionSet.Of(("A", "1"), ("B", "3"))));
        Assert.NotEqual(one, new Metric("N", "M", DimensionSet.Of(("A", "1"))));
    }

    [Fact]
    public void Values_of_one_minute_are_kept_as_one()
    {
        _metrics.Add(Runs, 3);
        _clock.Now += TimeSpan.FromSeconds(59);
        _metrics.Add(Runs, -1);
        _clock.Now += TimeSpan.FromSeconds(1);
        _metrics.Add(Runs, 5);

        var minutes = _metrics.Since(Runs, DateTimeOffset.MinValue);

        Assert.Equal(
            [new StatisticSet(2, 2, -1, 3), new StatisticSet(5, 1, 5, 5)], minutes.Select(minute => minute.Statistics));
        Assert.Equal(new MetricCounter(7, 3, _clock.Now) { Last = 5 }, _metrics[Runs]);
    }

    [Fact]
    public void A_value_that_comes_late_stands_where_it_belongs()
    {
        _metrics.Add(Runs, 1);
        _metrics.Add(Runs, new MetricValue(_clock.Now - TimeSpan.FromHours(1), [2]));

        var sums = _metrics.Since(Runs, DateTimeOffset.MinValue).Select(minute => minute.Statistics.Sum);

        Assert.Equal([2d, 1d], sums);
    }

    [Fact]
    public void Thirty_days_are_kept_and_ten_years_are_not()
    {
        foreach (var _ in Enumerable.Range(0, 3653))
        {
            _clock.Now += TimeSpan.FromDays(1);
            _metrics.Add(Runs);
        }

        var kept = _metrics.Since(Runs, DateTimeOffset.MinValue);

        Assert.InRange(kept.Count, 31, 46);
        Assert.Equal(3653, _metrics[Runs].Samples);
    }

    [Fact]
    public void A_metric_that_was_never_written_has_nothing()
    {
        Assert.Empty(_metrics.Since(Runs, DateTimeOffset.MinValue));
        Assert.Equal(0, _metrics[Runs].Samples);
    }
}
