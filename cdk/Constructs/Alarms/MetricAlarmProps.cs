using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>What a <see cref="MetricAlarm"/> needs to know.</summary>
public sealed record MetricAlarmProps
{
    public const string AtLeast = "GreaterThanOrEqualToThreshold";

    public const string Below = "LessThanThreshold";

    /// <summary><see cref="MissingData"/>: the state stays what the last run made it.</summary>
    public const string Ignored = "ignore";

    /// <summary><see cref="MissingData"/>: silence is the trouble.</summary>
    public const string Breaching = "breaching";

    /// <summary><see cref="MissingData"/>: silence is good.</summary>
    public const string NotBreaching = "notBreaching";

    public const int Hour = 3600;

    public const int Day = 24 * Hour;

    public required AlarmSubject Subject { get; init; }

    public required string Metric { get; init; }

    public required string Statistic { get; init; }

    public required string Comparison { get; init; }

    public required int Threshold { get; init; }

    /// <summary>Seconds that make one value. Default: an hour, the shortest time between two runs.</summary>
    public int PeriodSeconds { get; init; } = Hour;

    /// <summary>How many periods in a row must be bad; seven days together at most (PutMetricAlarm).</summary>
    public int Periods { get; init; } = 1;

    public required string MissingData { get; init; }

    /// <summary>What happened and what to do: at most 1024 characters (PutMetricAlarm).</summary>
    public required string Description { get; init; }

    /// <summary>Who is told; null where the function itself has a message about it, or nobody is.</summary>
    public NotificationChannel? Tells { get; init; }
}
