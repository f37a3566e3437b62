namespace Infra.Local.Metrics;

/// <summary>What came of one metric since the start.</summary>
/// <param name="Sum">Of all values.</param>
/// <param name="Samples">How many values.</param>
/// <param name="LastAt">When the newest value came, on the local AWS' clock.</param>
public sealed record MetricCounter(double Sum, int Samples, DateTimeOffset LastAt)
{
    /// <summary>Of a metric that was never written.</summary>
    public static MetricCounter None { get; } = new(0, 0, DateTimeOffset.MinValue);

    /// <summary>The newest value. Default: 0, of a metric that was never written.</summary>
    public double Last { get; init; }

    /// <summary>Unit of the newest value, such as <c>Count</c>. Default: none was said.</summary>
    public string? Unit { get; init; }

    internal MetricCounter With(MetricValue value) =>
        new(Sum + value.Values.Sum(), Samples + value.Values.Count, value.At)
    {
        Last = value.Values[^1],
        Unit = value.Unit,
    };
}
