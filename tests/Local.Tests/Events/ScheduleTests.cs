using System.Globalization;
using Infra.Local.Events.Schedules;

namespace Infra.Local.Tests.Events;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("rate(1 minute)", "2026-11-21T10:15:30Z", "2026-11-21T10:16:30Z")]
    [InlineData("rate(12 hours)", "2026-11-21T10:15:30Z", "2026-11-21T22:15:30Z")]
    [InlineData("rate(1 day)", "2026-12-31T10:15:30Z", "2027-01-01T10:15:30Z")]
    [InlineData("cron(0 6 * * ? *)", "2026-11-21T05:59:59Z", "2026-11-21T06:00:00Z")]
    [InlineData("cron(0 6 * * ? *)", "2026-11-21T06:00:00Z", "2026-11-22T06:00:00Z")]
    [InlineData("cron(0/15 8-17 ? * MON-FRI *)", "2026-11-20T17:45:00Z", "2026-11-23T08:00:00Z")]
    [InlineData("cron(*/20 * ? * 2,4 *)", "2026-11-23T23:40:01Z", "2026-11-25T00:00:00Z")]
    [InlineData("cron(30 12 1 jan ? *)", "2026-11-21T00:00:00Z", "2027-01-01T12:30:00Z")]
    [InlineData("cron(0 0 29 2 ? *)", "2026-11-21T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("cron(0 0 1 1 ? 2030-2040/5)", "2030-06-01T00:00:00Z", "2035-01-01T00:00:00Z")]
    public void A_schedule_runs_next_at_its_next_moment(string expression, string after, string expected)
    {
        var next = ScheduleExpression.Parse(expression).After(Moment(after));

        Assert.Equal(Moment(expected), next);
    }

    [Theory]
    [InlineData("cron(0 0 30 2 ? *)")]
    [InlineData("cron(0 0 1 1 ? 2020)")]
    public void A_schedule_whose_moment_never_comes_does_not_run(string expression)
    {
        var next = ScheduleExpression.Parse(expression).After(Moment("2026-11-21T00:00:00Z"));

        Assert.Null(next);
    }

    [Theory]
    [InlineData("rate(1 days)", "minute, hour or day")]
    [InlineData("rate(2 day)", "minutes, hours or days from 2 on")]
    [InlineData("rate(0 minutes)", "value of 1 or more")]
    [InlineData("rate(999999 days)", "3650 days")]
    [InlineData("cron(0 6 * * ?)", "six fields")]
    [InlineData("cron(0 6 * * * *)", "exactly one of them must be ?")]
    [InlineData("cron(0 6 ? * ? *)", "exactly one of them must be ?")]
    [InlineData("cron(60 6 * * ? *)", "Minutes")]
    [InlineData("cron(0 6 L * ? *)", "L, W and # are not emulated")]
    [InlineData("cron(0 6 ? * 6#3 *)", "Day-of-week")]
    [InlineData("cron(0 17-8 * * ? *)", "Hours")]
    [InlineData("cron(0/0 6 * * ? *)", "Minutes")]
    [InlineData("at(2026-11-21T00:00:00)", "rate( or cron(")]
    public void What_is_no_schedule_is_refused_with_what_is_allowed(string expression, string told)
    {
        var error = Assert.Throws<FormatException>(() => ScheduleExpression.Parse(expression));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Contains(expression.Split('(')[0], error.Message, StringComparison.Ordinal);
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
