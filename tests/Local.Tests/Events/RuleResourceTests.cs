using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.Events;

public sealed class RuleResourceTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly RuleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync()
    {
        _rig.Lambda.Deploy();
        return Task.CompletedTask;
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_rule_is_known_by_its_name_and_has_an_arn()
    {
        var deployed = await _rig.DeployAsync(Json("""{ "ScheduleExpression": "rate(1 day)" }"""));

        Assert.StartsWith("Trust-Schedule-", deployed.PhysicalId, StringComparison.Ordinal);
        Assert.Equal($"arn:aws-us-gov:events:us-gov-west-1:111122223333:rule/{deployed.PhysicalId}", deployed.Attributes["Arn"].ToString());
    }

    [Theory]
    [InlineData("""{ "Name": "r" }""", "neither EventPattern nor ScheduleExpression")]
    [InlineData("""{ "ScheduleExpression": "rate(1 days)" }""", "rate(1 days)")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "EventBusName": "mine" }""", "'default' only")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "State": "ON" }""", "State is 'ON'")]
    [InlineData("""{ "EventPattern": { "source": [{ "cidr": "10.0.0.0/8" }] } }""", "cidr")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "Targets": [{ "Id": "a", "Arn": "arn:aws:lambda:f", "InputPath": "$.detail" }] }""", "InputPath")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "Targets": [{ "Id": "a", "Arn": "arn:aws:lambda:f", "Input": "{" }] }""", "not JSON")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "Targets": [{ "Id": "a", "Arn": "x" }, { "Id": "a", "Arn": "y" }] }""", "Id 'a'")]
    [InlineData("""{ "ScheduleExpression": "rate(1 day)", "Targets": [{ "Arn": "x" }] }""", "Id")]
    public async Task A_rule_that_eventbridge_or_the_local_aws_does_not_have_is_refused(string properties, string told)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => _rig.DeployAsync(Json(properties), isPermitted: false));

        Assert.Contains(told, error.Message, StringComparison.Ordinal);
        Assert.Empty(_rig.Rules.All);
    }

    [Fact]
    public async Task More_than_five_targets_are_refused()
    {
        var targets = new JsonArray([.. Enumerable.Range(1, 6).Select(i => new JsonObject { ["Id"] = $"{i}", ["Arn"] = RuleRig.FunctionArn })]);

        var error = await Assert.ThrowsAsync<AwsException>(
            () => _rig.DeployAsync(new JsonObject { ["ScheduleExpression"] = "rate(1 day)", ["Targets"] = targets }, isPermitted: false));

        Assert.Contains("6 targets of at most 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_effect_is_named()
    {
        var paths = _rig.Resource.NotEmulated(Json($$"""
            {
              "ScheduleExpression": "rate(1 day)", "RoleArn": "arn:aws:iam::111122223333:role/r",
              "Targets": [
                { "Id": "a", "Arn": "{{RuleRig.FunctionArn}}", "DeadLetterConfig": { "Arn": "arn:aws:sqs:q" }, "RetryPolicy": { "MaximumRetryAttempts": 2 } },
                { "Id": "b", "Arn": "arn:aws:sns:us-gov-west-1:111122223333:topic" }
              ]
            }
            """));

        Assert.Equal(["RoleArn", "Targets[0].DeadLetterConfig", "Targets[1] (only functions are called)"], paths);
    }

    [Fact]
    public async Task A_disabled_rule_does_nothing_and_counts_anew_when_it_is_enabled()
    {
        var (on, off) = (Json("""{ "ScheduleExpression": "rate(1 day)" }"""), Json("""{ "ScheduleExpression": "rate(1 day)", "State": "DISABLED" }"""));
        var deployed = await _rig.DeployAsync(off);
        on["Targets"] = off["Targets"]!.DeepClone();

        await _rig.MoveAsync(TimeSpan.FromDays(5));
        var ranWhileOff = _rig.Ended.Count;
        await _rig.Resource.UpdateAsync(RuleRig.Context, deployed, off, on, default);
        await _rig.MoveAsync(TimeSpan.FromHours(25));

        Assert.Equal(0, ranWhileOff);
        Assert.Single(_rig.Ended);
    }

    [Fact]
    public async Task An_update_that_leaves_the_schedule_does_not_put_its_next_run_off()
    {
        var properties = Json("""{ "ScheduleExpression": "rate(1 day)" }""");
        var deployed = await _rig.DeployAsync(properties);
        var changed = properties.DeepClone().AsObject();
        changed["Description"] = "new";

        await _rig.MoveAsync(TimeSpan.FromHours(23));
        await _rig.Resource.UpdateAsync(RuleRig.Context, deployed, properties, changed, default);
        await _rig.MoveAsync(TimeSpan.FromHours(2));

        Assert.Single(_rig.Ended);
    }

    [Fact]
    public async Task A_schedule_that_changes_replaces_the_old_one()
    {
        var properties = Json("""{ "ScheduleExpression": "rate(1 day)" }""");
        var deployed = await _rig.DeployAsync(properties);
        var changed = properties.DeepClone().AsObject();
        changed["ScheduleExpression"] = "rate(2 days)";

        await _rig.Resource.UpdateAsync(RuleRig.Context, deployed, properties, changed, default);
        await _rig.MoveAsync(TimeSpan.FromDays(4) + TimeSpan.FromMinutes(5));

        Assert.Equal(2, _rig.Ended.Count);
    }

    [Fact]
    public async Task A_deleted_rule_does_not_run_and_deleting_it_again_succeeds()
    {
        var properties = Json("""{ "ScheduleExpression": "rate(1 day)" }""");
        var deployed = await _rig.DeployAsync(properties);

        await _rig.Resource.DeleteAsync(RuleRig.Context, deployed, properties, default);
        await _rig.Resource.DeleteAsync(RuleRig.Context, deployed, properties, default);
        await _rig.MoveAsync(TimeSpan.FromDays(3));

        Assert.Empty(_rig.Ended);
    }

    private static JsonObject Json(string json) => JsonNode.Parse(json)!.AsObject();
}
