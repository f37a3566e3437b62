using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Schema;

namespace Infra.Cdk.Tests.Configuration;

public sealed class RunScheduleTests
{
    private static readonly SchemaRule Rule =
        Some.Environments.Schema().Properties["directories"].Items.Properties["rotation"].Properties["schedule"];

    [Theory]
    [InlineData("rate(1 hour)", 1)]
    [InlineData("rate(24 hours)", 1)]
    [InlineData("rate(25 hours)", 2)]
    [InlineData("rate(168 hours)", 7)]
    [InlineData(RunSchedule.Daily, 1)]
    [InlineData("rate(7 days)", 7)]
    [InlineData("cron(0 6 * * ? *)", 1)]
    [InlineData("cron(30 0-23 ? * * *)", 1)]
    [InlineData("cron(59 */6 ? * MON-FRI *)", 7)]
    [InlineData("cron(5 6,18 ? * 1 *)", 7)]
    [InlineData("cron(5 6 ? * MON,THU *)", 7)]
    public void The_longest_pause_is_known_of_every_schedule_that_is_allowed(string schedule, int days)
    {
        Assert.True(ValueCheck.Accepts(Rule, JsonValue.Create(schedule)));
        Assert.Equal(days, RunSchedule.LongestPauseDays(schedule));
    }

    [Theory]
    [InlineData("rate(1 hours)")]
    [InlineData("rate(1 days)")]
    [InlineData("rate(2 day)")]
    [InlineData("rate(0 days)")]
    [InlineData("rate(8 days)")]
    [InlineData("rate(169 hours)")]
    [InlineData("rate(30 minutes)")]
    [InlineData("rate( 1 day )")]
    [InlineData("cron(* 6 * * ? *)")]
    [InlineData("cron(0,30 6 * * ? *)")]
    [InlineData("cron(60 6 * * ? *)")]
    [InlineData("cron(0 24 * * ? *)")]
    [InlineData("cron(0 6 1 * ? *)")]
    [InlineData("cron(0 6 * * * *)")]
    [InlineData("cron(0 6 ? * ? *)")]
    [InlineData("cron(0 6 * 1 ? *)")]
    [InlineData("cron(0 6 * * ? 2027)")]
    [InlineData("cron(0 6 * * *)")]
    [InlineData("cron(0 6 ? * MON#1 *)")]
    [InlineData("rate(1 day) ")]
    public void A_schedule_that_eventbridge_refuses_or_that_runs_too_often_or_too_seldom_is_refused(string schedule) =>
        Assert.False(ValueCheck.Accepts(Rule, JsonValue.Create(schedule)));
}
