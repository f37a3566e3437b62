using FsCheck;
using FsCheck.Fluent;
using Infra.Local.Alarms.Evaluation;
using Infra.Local.Metrics;

namespace Infra.Local.Tests.Alarms;

public sealed class WindowTests
{
    private static readonly DateTimeOffset Start = new(2027, 1, 4, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Periods_are_counted_back_from_the_evaluation_and_not_by_the_clock()
    {
        var watch = Some.Watch with { EvaluationPeriods = 2, DatapointsToAlarm = 2 };
        MetricMinute[] minutes = [At(2, 1), At(3, 2), At(7, 4), At(8, 8)];

        var datapoints = watch.Datapoints(Start.AddMinutes(8), minutes);

        Assert.Equal(
            [new Datapoint(0, Start.AddMinutes(3), 6, true), new Datapoint(1, Start.AddMinutes(-2), 1, true)],
            datapoints);
    }

    [Theory]
    [InlineData(AlarmStatistic.Sum, 4)]
    [InlineData(AlarmStatistic.Average, 2)]
    [InlineData(AlarmStatistic.Minimum, -1)]
    [InlineData(AlarmStatistic.Maximum, 5)]
    [InlineData(AlarmStatistic.SampleCount, 2)]
    public void A_period_becomes_the_statistic_of_its_values(AlarmStatistic statistic, double value)
    {
        var watch = Some.Watch with { Statistic = statistic };

        var datapoint = Assert.Single(watch.Datapoints(Start.AddMinutes(5), [At(0, 5), At(4, -1)]));

        Assert.Equal(value, datapoint.Value);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    public void An_alarm_of_more_than_a_day_is_evaluated_each_hour_and_takes_no_older_values(int days, int range)
    {
        var watch = Some.Watch with { Period = TimeSpan.FromDays(1), EvaluationPeriods = days };

        var expected = days == 1 ? Start.AddMinutes(1) : Start.AddHours(1);
        Assert.Equal(expected, watch.EvaluationAfter(Start.AddSeconds(30)));
        Assert.Equal(range, watch.EvaluationRange);
    }

    [Fact]
    public void Nothing_changes_between_the_moments_that_are_evaluated()
    {
        var cases =
            from period in Gen.Choose(1, 7)
            from periods in Gen.Choose(1, 4)
            from minutes in Gen.Choose(0, 60).ListOf(6)
            select (period, periods, minutes);

        Prop.ForAll(Arb.From(cases), c => EveryChangeIsFound(c.period, c.periods, c.minutes))
            .QuickCheckThrowOnFailure();
    }

    /// <summary>Against the slow way: looking at every minute.</summary>
    private static bool EveryChangeIsFound(int period, int periods, IEnumerable<int> offsets)
    {
        var watch = Some.Watch with { Period = TimeSpan.FromMinutes(period), EvaluationPeriods = periods };
        MetricMinute[] minutes = [.. offsets.Distinct().Order().Select(offset => At(offset, 1))];
        var next = watch.NextChange(Start, minutes);
        for (var moment = Start.AddMinutes(1); moment < Start.AddMinutes(120); moment = moment.AddMinutes(1))
        {
            if (moment == next)
            {
                next = watch.NextChange(moment, minutes);
            }
            else if (!Values(watch, moment, minutes).SequenceEqual(Values(watch, moment.AddMinutes(-1), minutes)))
            {
                return false;
            }
        }

        return next is null;
    }

    private static IEnumerable<(int, double)> Values(AlarmWatch watch, DateTimeOffset moment, MetricMinute[] minutes) =>
        watch.Datapoints(moment, minutes).Select(datapoint => (datapoint.Age, datapoint.Value));

    private static MetricMinute At(int minute, double value) => Some.Minute(Start.AddMinutes(minute), value);
}
