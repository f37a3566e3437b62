using Infra.Local.Alarms;
using Infra.Local.Metrics;

namespace Infra.Local.Tests.Alarms;

public sealed class AlarmTests : IDisposable
{
    private const string TwoDays = """, "EvaluationPeriods": 2, "TreatMissingData": "breaching" """;

    private const int Day = 24 * 60 * 60;

    private readonly AlarmFixture _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task An_alarm_begins_without_a_state_and_follows_its_metric()
    {
        await _local.DeployAsync(""", "TreatMissingData": "notBreaching" """);
        await _local.PassAsync(TimeSpan.FromMinutes(10));
        _local.Metrics.Add(Some.Metric);
        await _local.PassAsync(TimeSpan.FromMinutes(10));
        _local.Metrics.Add(Some.Metric, 0);
        await _local.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(["OK", "ALARM", "OK"], _local.States);
        Assert.Equal(
            [AlarmState.InsufficientData, AlarmState.Ok, AlarmState.Alarm],
            _local.Alarm.History.Select(transition => transition.From));
    }

    [Fact]
    public async Task A_value_is_seen_once_its_minute_is_over()
    {
        await _local.DeployAsync();
        var written = _local.Clock.GetUtcNow();
        _local.Metrics.Add(Some.Metric);

        await _local.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
        var minute = MetricMinute.Of(written);
        Assert.InRange(_local.Alarm.Since, minute.AddMinutes(1), minute.AddSeconds(61));
    }

    [Fact]
    public async Task Another_metric_of_the_same_name_is_not_its_own()
    {
        await _local.DeployAsync();

        _local.Metrics.Add(new Metric("TrustManager", "RunFailed", "DirectoryId", "d-9876543210"));
        await _local.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(AlarmState.InsufficientData, _local.Alarm.State);
    }

    [Fact]
    public async Task A_heartbeat_that_stops_is_an_alarm_after_as_many_days_as_it_says()
    {
        await _local.DeployAsync(Day, TwoDays);
        await DailyAsync(30, 0);
        var last = _local.Clock.GetUtcNow();
        await _local.PassAsync(TimeSpan.FromDays(10));

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
        Assert.InRange(_local.Alarm.Since - last, TimeSpan.FromDays(1), TimeSpan.FromDays(1) + TimeSpan.FromHours(2));
        Assert.StartsWith(
            "Threshold Crossed: no datapoints were received for 2 periods",
            _local.Alarm.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_alarm_on_a_heartbeat_that_never_came_is_one_at_once()
    {
        await _local.DeployAsync(Day, TwoDays);

        await _local.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
    }

    [Fact]
    public async Task Ten_years_of_daily_values_pass_with_a_period_of_a_minute()
    {
        await _local.DeployAsync(60, """, "TreatMissingData": "notBreaching" """);

        await DailyAsync(3653, 0);
        _local.Metrics.Add(Some.Metric);
        await _local.PassAsync(TimeSpan.FromDays(3653));

        Assert.Equal(["OK", "ALARM", "OK"], _local.States);
    }

    [Fact]
    public async Task A_value_that_comes_after_its_moment_is_looked_at_with_the_next_tick()
    {
        await _local.DeployAsync();
        await _local.PassAsync(TimeSpan.FromHours(1));

        _local.Metrics.Add(Some.Metric, new MetricValue(_local.Clock.GetUtcNow() - TimeSpan.FromMinutes(4), [1]));
        await _local.PassAsync(TimeSpan.Zero);

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
    }

    [Fact]
    public async Task An_updated_alarm_keeps_its_state_until_it_is_evaluated()
    {
        await _local.DeployAsync();
        _local.Metrics.Add(Some.Metric);
        await _local.PassAsync(TimeSpan.FromMinutes(1));

        await _local.DeployAsync(""", "DatapointsToAlarm": 1, "AlarmDescription": "Now with more words" """);

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
        Assert.Equal("Now with more words", _local.Alarm.Definition.Description);
    }

    [Fact]
    public async Task An_alarm_that_is_deleted_and_made_again_begins_anew()
    {
        await _local.DeployAsync();
        _local.Metrics.Add(Some.Metric);
        await _local.PassAsync(TimeSpan.FromMinutes(1));

        await _local.DeployOnlyAsync(""" "Other": { "Type": "AWS::SNS::Topic" } """);
        var gone = _local.Alarms.All;
        await _local.DeployAsync();

        Assert.Empty(gone);
        Assert.Equal(AlarmState.InsufficientData, _local.Alarm.State);
        Assert.Empty(_local.Alarm.History);
    }

    private async Task DailyAsync(int days, double value)
    {
        for (var day = 0; day < days; day++)
        {
            _local.Metrics.Add(Some.Metric, value);
            await _local.PassAsync(TimeSpan.FromDays(1));
        }
    }
}
