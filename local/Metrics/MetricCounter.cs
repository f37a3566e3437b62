namespace Infra.Local.Metrics;

/// <summary>What was counted of one metric since the start.</summary>
/// <param name="Sum">Of all values.</param>
/// <param name="Samples">How many values.</param>
/// <param name="LastAt">When the newest value came, on the local AWS' clock.</param>
public sealed record MetricCounter(double Sum, int Samples, DateTimeOffset LastAt);
