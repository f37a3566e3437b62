namespace Infra.Local.Metrics;

/// <summary>One or more values of one metric at one moment.</summary>
/// <param name="At">On the local AWS' clock.</param>
/// <param name="Values">At least one.</param>
/// <param name="Unit">For example <c>Count</c>; null when none is said.</param>
public sealed record MetricValue(DateTimeOffset At, IReadOnlyList<double> Values, string? Unit = null);
