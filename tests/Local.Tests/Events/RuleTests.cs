using System.Text.Json.Nodes;
using Infra.Local.Events;
using Infra.Local.Events.Rules;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Logging;
using Infra.Local.Tests.Lambda;

namespace Infra.Local.Tests.Events;

public sealed class RuleTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly RuleRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_schedule_runs_once_for_every_period_that_passes_in_order_and_counts_from_the_rules_creation()
    {
        _rig.Lambda.Deploy();
        var created = _rig.Lambda.Clock.GetUtcNow();
        await _rig.DeployAsync(Schedule("rate(1 day)"));

        await _rig.MoveAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(5));

        Assert.Equal(30, _rig.Ended.Count);
        Assert.All(_rig.Ended, run => Assert.Equal(RunOutcome.Succeeded, run.Outcome));
        Assert.All(
            _rig.Ended.Select((run, day) => run.Time - created.AddDays(day + 1)),
            late => Assert.InRange(late, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_function_that_fails_on_an_event_gets_it_again_after_a_minute_and_after_two_more_and_then_it_is_lost()
    {
        var function = _rig.Lambda.Deploy();
        await _rig.DeployAsync(Schedule("rate(1 day)"), input: JsonNode.Parse("""{ "do": "throw", "message": "no" }"""));

        await _rig.MoveAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(10));

        var notes = function.Log.Lines.Where(line => line.Source == LogSource.Note).ToList();
        Assert.Equal(3, notes.Count);
        Assert.InRange(notes[1].Time - notes[0].Time, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1.9));
        Assert.InRange(notes[2].Time - notes[1].Time, TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.9));
        Assert.Contains("is lost", notes[2].Text, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.Failed, Assert.Single(_rig.Ended).Outcome);
    }

    [Fact]
    public async Task A_function_gets_the_documented_scheduled_event_which_is_dated_with_the_moment_it_was_due()
    {
        var function = _rig.Lambda.Deploy(LoggingFunction());
        var deployed = await _rig.DeployAsync(Schedule("cron(0 6 * * ? *)"));
        var due = _rig.Rules.All.Single().NextRun!.Value;

        await _rig.MoveAsync(TimeSpan.FromDays(1));

        var sent = EventIn(function);
        Assert.Equal(TimeSpan.FromHours(6), due.TimeOfDay);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                {
                  "version": "0", "id": "{{sent["id"]}}", "detail-type": "Scheduled Event", "source": "aws.events",
                  "account": "111122223333", "time": "{{due:yyyy-MM-dd}}T06:00:00Z", "region": "us-gov-west-1",
                  "resources": ["{{deployed.Attributes["Arn"]}}"], "detail": {}
                }
                """),
            sent));
    }

    [Fact]
    public async Task A_target_with_an_input_gets_that_instead_of_the_event()
    {
        var function = _rig.Lambda.Deploy(LoggingFunction());
        await _rig.DeployAsync(Schedule("rate(1 day)"), input: JsonNode.Parse("""{ "request": "plan" }"""));

        await _rig.MoveAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        Assert.Equal("""{"request":"plan"}""", EventIn(function).ToJsonString());
    }

    [Fact]
    public async Task An_event_calls_the_functions_of_the_rules_that_match_it()
    {
        _rig.Lambda.Deploy();
        await _rig.DeployAsync(Pattern("aws.s3"));

        _rig.Bus.Publish(Event("aws.s3"));
        _rig.Bus.Publish(Event("aws.acm-pca"));
        await _rig.MoveAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(RunOutcome.Succeeded, Assert.Single(_rig.Ended).Outcome);
    }

    [Fact]
    public async Task Without_permission_for_this_rule_the_event_is_refused_and_the_log_says_so()
    {
        var function = _rig.Lambda.Deploy();
        await _rig.DeployAsync(Pattern("aws.s3"), isPermitted: false);

        _rig.Bus.Publish(Event("aws.s3"));
        await _rig.MoveAsync(TimeSpan.FromSeconds(1));

        var run = Assert.Single(_rig.Ended);
        Assert.Equal(RunOutcome.Refused, run.Outcome);
        Assert.Contains("AccessDenied", run.Reason, StringComparison.Ordinal);
        Assert.Contains("was refused", Assert.Single(function.Log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_of_a_function_that_is_gone_is_refused()
    {
        _rig.Lambda.Deploy();
        await _rig.DeployAsync(Schedule("rate(1 hour)"));
        await _rig.Lambda.Functions.DeleteAsync("responder");

        await _rig.MoveAsync(TimeSpan.FromMinutes(61));

        Assert.Contains("ResourceNotFound", Assert.Single(_rig.Ended).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_page_shows_the_newest_runs_of_a_rule()
    {
        _rig.Lambda.Deploy();
        await _rig.DeployAsync(Schedule("rate(1 hour)"));

        await _rig.MoveAsync(TimeSpan.FromHours(24.5));

        var shown = _rig.Rules.ToJson().Single()!;
        Assert.Equal(("rate(1 hour)", "ENABLED"), (shown["schedule"]!.ToString(), shown["state"]!.ToString()));
        Assert.Equal(20, shown["runs"]!.AsArray().Count);
        Assert.Equal((RuleRig.FunctionArn, "Succeeded"), (shown["runs"]![19]!["function"]!.ToString(), shown["runs"]![19]!["outcome"]!.ToString()));
    }

    private static FunctionConfiguration LoggingFunction() => Some.Function() with
    {
        Environment = new Dictionary<string, string> { ["TEST_LOG_EVENTS"] = "1" },
    };

    private static JsonNode EventIn(DeployedFunction function) =>
        JsonNode.Parse(function.Log.Lines.Single(line => line.Text.StartsWith('{')).Text)!;

    private static JsonObject Schedule(string expression) => new() { ["ScheduleExpression"] = expression };

    private static JsonObject Pattern(string source) => new()
    {
        ["EventPattern"] = new JsonObject { ["source"] = new JsonArray(source) },
    };

    private static BusEvent Event(string source) => new(source, "Something", DateTimeOffset.UnixEpoch, [], []);
}
