using Infra.Local.Metrics;

namespace Infra.Local.Alarms.Evaluation;

/// <summary>Computes data points, and names how.</summary>
public static class AlarmStatistics
{
    public static double Of(this AlarmStatistic statistic, StatisticSet values) => statistic switch
    {
        AlarmStatistic.SampleCount => values.Samples,
        AlarmStatistic.Average => values.Sum / values.Samples,
        AlarmStatistic.Sum => values.Sum,
        AlarmStatistic.Minimum => values.Minimum,
        _ => values.Maximum,
    };

    /// <summary>As notifications write it: <c>SAMPLE_COUNT</c>.</summary>
    public static string Text(this AlarmStatistic statistic) =>
        statistic == AlarmStatistic.SampleCount ? "SAMPLE_COUNT" : statistic.ToString().ToUpperInvariant();
}
