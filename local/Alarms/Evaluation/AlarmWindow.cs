using Infra.Local.Metrics;

namespace Infra.Local.Alarms.Evaluation;

/// <summary>
/// Cuts time into an alarm's periods, which slide: they are counted back from the moment of the evaluation.
/// </summary>
/// <remarks>CloudWatch user guide, "Alarm evaluation window": sliding is the default.</remarks>
public static class AlarmWindow
{
    /// <summary>The first moment of which an evaluation at <paramref name="moment"/> sees values.</summary>
    public static DateTimeOffset Begin(this AlarmWatch watch, DateTimeOffset moment) =>
        moment - (watch.Period * watch.EvaluationRange);

    /// <summary>The newest moment of evaluation that is not after <paramref name="moment"/>.</summary>
    public static DateTimeOffset EvaluationBy(this AlarmWatch watch, DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % watch.Interval.Ticks), TimeSpan.Zero);

    /// <summary>The first moment of evaluation after <paramref name="moment"/>.</summary>
    public static DateTimeOffset EvaluationAfter(this AlarmWatch watch, DateTimeOffset moment) =>
        watch.EvaluationBy(moment) + watch.Interval;

    /// <summary>The periods that have values, newest first.</summary>
    /// <param name="watch">What the alarm looks at.</param>
    /// <param name="moment">Moment of the evaluation.</param>
    /// <param name="minutes">The metric's minutes from <see cref="Begin"/> on.</param>
    public static IReadOnlyList<Datapoint> Datapoints(
        this AlarmWatch watch, DateTimeOffset moment, IEnumerable<MetricMinute> minutes) =>
    [
        .. minutes
            .Where(minute => minute.At < moment && minute.At >= watch.Begin(moment))
            .GroupBy(minute => (int)((moment - minute.At - MetricMinute.Length).Ticks / watch.Period.Ticks))
            .OrderBy(period => period.Key)
            .Select(period => Of(watch, moment, period.Key, period.Select(minute => minute.Statistics))),
    ];

    /// <summary>
    /// The next moment of evaluation at which a value comes into a period, goes from one to the next or leaves the
    /// last; null when no value is left, so that every further evaluation would find the same.
    /// </summary>
    public static DateTimeOffset? NextChange(
        this AlarmWatch watch, DateTimeOffset after, IEnumerable<MetricMinute> minutes)
    {
        DateTimeOffset? next = null;
        foreach (var minute in minutes)
        {
            var periods = Math.Max(0, (long)Math.Ceiling((after - minute.At) / watch.Period));
            if (periods <= watch.EvaluationRange)
            {
                var change = watch.EvaluationAfter(minute.At + (watch.Period * periods));
                next = next is null || change < next ? change : next;
            }
        }

        return next;
    }

    private static Datapoint Of(AlarmWatch watch, DateTimeOffset moment, int age, IEnumerable<StatisticSet> minutes)
    {
        var value = watch.Statistic.Of(minutes.Aggregate((one, other) => one + other));
        return new Datapoint(age, moment - (watch.Period * (age + 1)), value, watch.Threshold.IsBreachedBy(value));
    }
}
