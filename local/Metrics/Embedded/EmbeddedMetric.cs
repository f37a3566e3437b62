namespace Infra.Local.Metrics.Embedded;

/// <summary>One metric in a log line.</summary>
/// <param name="Metric">Which.</param>
/// <param name="Values">At least one.</param>
/// <param name="Unit">For example <c>Count</c>; null when none is said.</param>
public sealed record EmbeddedMetric(Metric Metric, IReadOnlyList<double> Values, string? Unit);
