namespace Infra.Local.Metrics;

/// <summary>One minute in which a metric has values: the resolution in which CloudWatch keeps them.</summary>
/// <param name="At">Its first moment.</param>
/// <param name="Statistics">Of the values in it.</param>
public sealed record MetricMinute(DateTimeOffset At, StatisticSet Statistics)
{
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>The first moment of the minute that a moment is in.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % Length.Ticks), TimeSpan.Zero);
}
