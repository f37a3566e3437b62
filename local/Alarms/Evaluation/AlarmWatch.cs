using Infra.Local.Metrics;

namespace Infra.Local.Alarms.Evaluation;

/// <summary>Which values an alarm looks at, and what it makes of them.</summary>
public sealed record AlarmWatch
{
    /// <summary>
    /// Windows end on a whole minute, or on a whole hour for an alarm that looks back more than a day.
    /// </summary>
    private static readonly TimeSpan Minutely = TimeSpan.FromMinutes(1), Hourly = TimeSpan.FromHours(1);

    public required Metric Metric { get; init; }

    public required AlarmStatistic Statistic { get; init; }

    public required AlarmThreshold Threshold { get; init; }

    /// <summary>Length of what becomes one data point: a multiple of a minute.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>Data points that are looked at: N of "M out of N".</summary>
    public required int EvaluationPeriods { get; init; }

    /// <summary>Data points that must breach: M of "M out of N".</summary>
    public required int DatapointsToAlarm { get; init; }

    public required MissingData TreatMissingData { get; init; }

    /// <summary>
    /// Periods that CloudWatch looks back for values when newer ones are missing: more than the alarm asks for.
    /// </summary>
    /// <remarks>
    /// User guide, "Configuring how CloudWatch alarms treat missing data": its example takes 5 for an alarm of 3, and
    /// says that the number depends on the period. UNVERIFIED for other alarms; for those of more than a day none more
    /// are taken here.
    /// </remarks>
    public int EvaluationRange => EvaluationPeriods + (IsMultiDay ? 0 : 2);

    /// <summary>How often CloudWatch evaluates it; user guide, "Evaluating an alarm".</summary>
    public TimeSpan Interval => IsMultiDay ? Hourly : Minutely;

    private bool IsMultiDay => Period * EvaluationPeriods > TimeSpan.FromDays(1);
}
