using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Tests.Alarms;

public sealed class ResourceTests : IDisposable
{
    private readonly AlarmFixture _local = new();

    public void Dispose() => _local.Dispose();

    [Theory]
    [InlineData(""", "EvaluationPeriods": 300 """, "300 periods of 300 seconds are more than the 86400 seconds")]
    [InlineData(""", "EvaluationPeriods": 0 """, "Property EvaluationPeriods: it is 0")]
    [InlineData(
        """, "EvaluationPeriods": 3, "DatapointsToAlarm": 4 """,
        "Property DatapointsToAlarm: it is 4; it must be 1 to 3")]
    [InlineData(""", "TreatMissingData": "alarming" """, "Property TreatMissingData: it is 'alarming'")]
    [InlineData(
        """, "AlarmActions": ["a", "b", "c", "d", "e", "f"] """,
        "Property AlarmActions: it has 6 actions and may have 5")]
    public async Task What_cloudwatch_does_not_take_fails_the_deployment(string properties, string reason)
    {
        var result = await _local.DeployAsync(properties);

        Assert.Equal(StackOutcome.RolledBack, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(90)]
    public async Task A_period_is_a_multiple_of_a_minute(int seconds)
    {
        var result = await _local.DeployAsync(seconds);

        Assert.Contains("Property Period", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_no_effect_is_named()
    {
        var result = await _local.DeployAsync("""
            , "Unit": "Count", "Tags": [], "OKActions": ["arn:aws-us-gov:swf:us-gov-west-1:111122223333:action/x"]
            """);

        Assert.Equal(
            [
                "A (AWS::CloudWatch::Alarm): Unit",
                "A (AWS::CloudWatch::Alarm): OKActions (arn:aws-us-gov:swf:us-gov-west-1:111122223333:action/x)",
            ],
            result.Stack!.NotEmulated);
    }

    [Fact]
    public async Task An_alarm_on_an_expression_is_named_and_never_changes()
    {
        var result = await _local.DeployOnlyAsync("""
            "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": {
              "Metrics": [{ "Id": "e", "Expression": "a + b" }], "EvaluationPeriods": 1, "Threshold": 1,
              "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "breaching" } }
            """);
        await _local.PassAsync(TimeSpan.FromDays(1));

        Assert.Equal(["A (AWS::CloudWatch::Alarm): Metrics"], result.Stack!.NotEmulated);
        Assert.Empty(_local.Alarm.History);
    }

    [Fact]
    public async Task An_alarm_on_metrics_that_nothing_here_writes_is_named()
    {
        var result = await _local.DeployOnlyAsync("""
            "A": { "Type": "AWS::CloudWatch::Alarm", "Properties": {
              "Namespace": "AWS/ApplicationELB", "MetricName": "HTTPCode_ELB_5XX_Count", "Period": 60,
              "Statistic": "Sum", "EvaluationPeriods": 1, "Threshold": 1,
              "ComparisonOperator": "GreaterThanThreshold" } }
            """);

        Assert.Equal(
            ["A (AWS::CloudWatch::Alarm): Namespace (AWS/ApplicationELB): nothing here writes its metrics"],
            result.Stack!.NotEmulated);
    }

    [Theory]
    [InlineData("""{\"widgets\":[]}""", true)]
    [InlineData("""{\"widgets\":[]""", false)]
    [InlineData("""[]""", false)]
    public async Task A_dashboard_is_listed_and_its_body_must_be_one(string body, bool isDashboard)
    {
        var result = await _local.DeployOnlyAsync(
            $$""" "D": { "Type": "AWS::CloudWatch::Dashboard", "Properties": { "DashboardBody": "{{body}}" } } """);

        Assert.Equal(isDashboard, result.IsSuccess);
        if (isDashboard)
        {
            Assert.Equal(["D (AWS::CloudWatch::Dashboard): showing it"], result.Stack!.NotEmulated);
        }
    }
}
