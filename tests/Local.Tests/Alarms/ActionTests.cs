using System.Text.Json.Nodes;
using Infra.Local.Alarms;
using Infra.Local.Faults;

namespace Infra.Local.Tests.Alarms;

public sealed class ActionTests : IDisposable
{
    private const string Actions = """
        , "AlarmDescription": "See the runbook.", "TreatMissingData": "notBreaching",
          "AlarmActions": [{ "Ref": "T" }], "OKActions": [{ "Ref": "T" }]
        """;

    private readonly AlarmFixture _local = new();

    public void Dispose() => _local.Dispose();

    [Fact]
    public async Task A_change_is_published_as_cloudwatch_words_it()
    {
        await _local.DeployAsync(Actions);
        await BreachAsync();

        var message = _local.Topics.Messages[^1];
        var text = JsonNode.Parse(message.Text)!;

        Assert.Equal("cloudwatch.amazonaws.com", message.From);
        Assert.Equal("ALARM: \"run-failed\" in AWS GovCloud (US-West)", message.Subject);
        Assert.Equal(
            ("run-failed", "See the runbook.", "111122223333", "ALARM", "OK", "AWS GovCloud (US-West)"),
            (Text("AlarmName"), Text("AlarmDescription"), Text("AWSAccountId"), Text("NewStateValue"),
                Text("OldStateValue"), Text("Region")));
        Assert.Equal(_local.Alarm.Reason, Text("NewStateReason"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$", Text("StateChangeTime"));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "MetricName": "RunFailed", "Namespace": "TrustManager", "StatisticType": "Statistic",
                  "Statistic": "SUM", "Unit": null, "Dimensions": [{ "value": "d-0123456789", "name": "DirectoryId" }],
                  "Period": 300, "EvaluationPeriods": 1, "DatapointsToAlarm": 1,
                  "ComparisonOperator": "GreaterThanOrEqualToThreshold", "Threshold": 1,
                  "TreatMissingData": "notBreaching", "EvaluateLowSampleCountPercentile": ""
                }
                """),
            text["Trigger"]));

        string Text(string member) => text[member]!.ToString();
    }

    [Fact]
    public async Task Each_state_has_its_own_actions_and_staying_has_none()
    {
        await _local.DeployAsync(Actions);
        await BreachAsync();
        await BreachAsync();
        await _local.PassAsync(TimeSpan.FromMinutes(8));
        _local.Metrics.Add(Some.Metric, 0);
        await _local.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(["OK", "ALARM", "OK"], _local.Topics.Messages.Select(message => message.Subject!.Split(':')[0]));
    }

    [Theory]
    [InlineData("""{ "Service": "cloudwatch.amazonaws.com" }""", 1)]
    [InlineData("""{ "Service": "events.amazonaws.com" }""", 0)]
    public async Task The_policy_of_the_topic_decides(string principal, int published)
    {
        await _local.DeployAsync(""", "AlarmActions": [{ "Ref": "T" }] """, $$"""
            , "P": { "Type": "AWS::SNS::TopicPolicy", "Properties": { "Topics": [{ "Ref": "T" }],
              "PolicyDocument": { "Version": "2012-10-17", "Statement": [{
                "Effect": "Allow", "Action": "sns:Publish", "Resource": { "Ref": "T" }, "Principal": {{principal}},
                "Condition": { "ArnLike": { "aws:SourceArn": { "Fn::GetAtt": ["A", "Arn"] } } } }] } } }
            """);

        await BreachAsync();

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
        Assert.Equal(published, _local.Topics.Messages.Count);
        Assert.Equal(1 - published, _local.Alarm.History[^1].FailedActions.Count);
    }

    [Fact]
    public async Task A_message_that_sns_does_not_take_is_noted_with_the_change()
    {
        await _local.DeployAsync(""", "AlarmActions": [{ "Ref": "T" }] """);
        _local.Faults.Add(new Fault("sns", "Publish", FaultKind.InternalError) { Times = 1 });

        await BreachAsync();

        Assert.Empty(_local.Topics.Messages);
        Assert.StartsWith(
            "Failed to execute action arn:aws-us-gov:sns:us-gov-west-1:111122223333:trust.",
            Assert.Single(_local.Alarm.History[^1].FailedActions),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_whose_actions_are_switched_off_takes_none()
    {
        await _local.DeployAsync(Actions + """, "ActionsEnabled": false """);

        await BreachAsync();

        Assert.Equal(AlarmState.Alarm, _local.Alarm.State);
        Assert.Empty(_local.Topics.Messages);
        Assert.Empty(_local.Alarm.History[^1].FailedActions);
    }

    private async Task BreachAsync()
    {
        await _local.PassAsync(TimeSpan.FromMinutes(2));
        _local.Metrics.Add(Some.Metric);
        await _local.PassAsync(TimeSpan.FromMinutes(2));
    }
}
