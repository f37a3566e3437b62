using Infra.Local.Alarms.Evaluation;
using Infra.Local.Metrics;

namespace Infra.Local.Tests.Alarms;

/// <summary>Valid values.</summary>
internal static class Some
{
    public static Metric Metric { get; } = new("TrustManager", "RunFailed", "DirectoryId", "d-0123456789");

    /// <summary>Alarms when one period of five minutes has a sum of 1 or more.</summary>
    public static AlarmWatch Watch { get; } = new()
    {
        Metric = Metric,
        Statistic = AlarmStatistic.Sum,
        Threshold = new AlarmThreshold(AlarmComparison.GreaterThanOrEqualToThreshold, 1),
        Period = TimeSpan.FromMinutes(5),
        EvaluationPeriods = 1,
        DatapointsToAlarm = 1,
        TreatMissingData = MissingData.Missing,
    };

    public static AlarmWatch MOutOfN(int m, int n, MissingData treatMissingData) =>
        Watch with { DatapointsToAlarm = m, EvaluationPeriods = n, TreatMissingData = treatMissingData };

    public static MetricMinute Minute(DateTimeOffset at, double value) => new(at, StatisticSet.Of([value]));
}
