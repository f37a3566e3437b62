using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Infra.Local.Metrics;

/// <summary>The metrics that services and functions write to CloudWatch.</summary>
public sealed class MetricStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Metric, MetricSeries> _series = new();

    /// <summary>Called with every value once it is kept, on the thread of who wrote it.</summary>
    public event Action<Metric, MetricValue>? Recorded;

    /// <summary>Every metric that was written.</summary>
    public IEnumerable<Metric> All => _series.Keys;

    /// <summary>Zero, without a sample, when the metric was never written.</summary>
    public MetricCounter this[Metric metric] => _series.GetValueOrDefault(metric)?.Counter ?? MetricCounter.None;

    /// <summary>One value, now.</summary>
    public void Add(Metric metric, double value = 1) => Add(metric, new MetricValue(clock.GetUtcNow(), [value]));

    public void Add(Metric metric, MetricValue value)
    {
        _series.GetOrAdd(metric, _ => new MetricSeries()).Add(value);
        Recorded?.Invoke(metric, value);
    }

    /// <summary>
    /// The minutes with values that begin at <paramref name="from"/> or later, oldest first; at least 30 days back.
    /// </summary>
    public IReadOnlyList<MetricMinute> Since(Metric metric, DateTimeOffset from) =>
        _series.GetValueOrDefault(metric)?.Since(from) ?? [];

    /// <summary>Every metric that was written, by name.</summary>
    public JsonArray ToJson() => new([.. _series
        .OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal)
        .Select(entry => ToJson(entry.Key, entry.Value.Counter))]);

    private static JsonObject ToJson(Metric metric, MetricCounter counter) => new()
    {
        ["namespace"] = metric.Namespace,
        ["metric"] = metric.Name,
        ["dimensions"] = metric.Dimensions.ToJson(),
        ["sum"] = counter.Sum,
        ["samples"] = counter.Samples,
        ["last"] = counter.Last,
        ["unit"] = counter.Unit,
        ["lastAt"] = counter.LastAt,
    };
}
