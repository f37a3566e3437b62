using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Infra.Local.Metrics;

/// <summary>The metrics that services write to CloudWatch, each as one running count.</summary>
public sealed class MetricCounters(TimeProvider clock)
{
    private readonly ConcurrentDictionary<Metric, MetricCounter> _counters = new();

    /// <summary>Zero, without a sample, when the metric was never written.</summary>
    public MetricCounter this[Metric metric] => _counters.GetValueOrDefault(metric, new MetricCounter(0, 0, DateTimeOffset.MinValue));

    public void Add(Metric metric, double value = 1)
    {
        var now = clock.GetUtcNow();
        _counters.AddOrUpdate(
            metric, new MetricCounter(value, 1, now), (_, counter) => new MetricCounter(counter.Sum + value, counter.Samples + 1, now));
    }

    /// <summary>Every metric that was written, by name.</summary>
    public JsonArray ToJson() => new([.. _counters
        .OrderBy(entry => entry.Key.ToString(), StringComparer.Ordinal)
        .Select(entry => new JsonObject
        {
            ["namespace"] = entry.Key.Namespace,
            ["metric"] = entry.Key.Name,
            ["dimensions"] = new JsonObject { [entry.Key.DimensionName] = entry.Key.DimensionValue },
            ["sum"] = entry.Value.Sum,
            ["samples"] = entry.Value.Samples,
            ["lastAt"] = entry.Value.LastAt,
        })]);
}
