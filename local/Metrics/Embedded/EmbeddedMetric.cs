namespace Infra.Local.Metrics.Embedded;

/// <summary>One metric in a log line.</summary>
/// <param name="Metric">Which.</param>
/// <param name="At">The moment that the line names, and not that of its arrival.</param>
/// <param name="Values">At least one.</param>
/// <param name="Unit">For example <c>Count</c>; null when none is said.</param>
public sealed record EmbeddedMetric(Metric Metric, DateTimeOffset At, IReadOnlyList<double> Values, string? Unit);
