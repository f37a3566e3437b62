using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.Lambda.Logging;

namespace Infra.Local.Tests.Lambda;

public sealed class LoggingTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LambdaRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Both_outputs_of_a_process_reach_the_log_of_its_function()
    {
        var function = _rig.Deploy();

        await _rig.InvokeAsync("""{"do":"log","text":"{\"_aws\":{}}"}""");
        var output = await function.Log.WaitForAsync(line => line.Text == """{"_aws":{}}""", LambdaRig.Patience);
        var error = await function.Log.WaitForAsync(line => line.Source == LogSource.StandardError, LambdaRig.Patience);

        Assert.Equal((LogSource.StandardOutput, "responder"), (output.Source, output.Function));
        Assert.Equal("error: {\"_aws\":{}}", error.Text);
        Assert.Equal(output.RequestId, error.RequestId);
    }

    [Fact]
    public async Task Lambda_reports_every_invocation_and_the_initialization_of_the_first()
    {
        var function = _rig.Deploy();

        await _rig.InvokeAsync("{}");
        await _rig.InvokeAsync("{}");

        var reports = function.Log.Lines.Where(line => line.Text.StartsWith("REPORT ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, reports.Length);
        Assert.Contains("Init Duration: ", reports[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Init Duration: ", reports[1].Text, StringComparison.Ordinal);
        Assert.Contains("Memory Size: 256 MB", reports[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("logs:CreateLogStream")]
    [InlineData("logs:PutLogEvents")]
    public async Task Without_permission_the_log_is_dropped_and_a_note_says_so(string missing)
    {
        _rig.Access.DeniedActions.Add(missing);
        var function = _rig.Deploy();

        await _rig.InvokeAsync("""{"do":"log","text":"lost"}""");
        await _rig.Functions.RecycleAsync();

        var note = Assert.Single(function.Log.Lines);
        Assert.Equal(LogSource.Note, note.Source);
        Assert.Contains(missing, note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_group_that_is_missing_must_be_made_by_the_role()
    {
        await using var rig = new LambdaRig(host => host with { LogGroups = new LogGroups() });
        rig.Access.DeniedActions.Add("logs:CreateLogGroup");
        var function = rig.Deploy();

        await rig.InvokeAsync("{}");

        Assert.Contains("logs:CreateLogGroup", Assert.Single(function.Log.Lines).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permission_to_log_is_asked_for_the_streams_of_the_log_group()
    {
        _rig.Deploy();

        await _rig.InvokeAsync("{}");

        var asked = _rig.Access.Asked.Where(request => request.Action.StartsWith("logs:", StringComparison.Ordinal)).ToArray();
        const string Group = "arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:/aws/lambda/responder:log-stream:";
        Assert.Equal(Group, asked[0].Resource);
        Assert.StartsWith($"{Group}2", asked[1].Resource, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_functions_lines_can_be_followed()
    {
        var followed = new List<string>();
        _rig.Functions.Logged += line => followed.Add(line.Text);
        _rig.Deploy();

        await _rig.InvokeAsync("{}");

        Assert.Contains(followed, text => text.StartsWith("START RequestId: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_log_keeps_the_newest_lines_only()
    {
        var log = new FunctionLog();

        for (var i = 0; i <= FunctionLog.Capacity; i++)
        {
            log.Write(new LogLine(DateTimeOffset.UnixEpoch, "responder", "stream", null, LogSource.StandardOutput, $"{i}"));
        }

        Assert.Equal(FunctionLog.Capacity, log.Lines.Count);
        Assert.Equal("1", log.Lines[0].Text);
    }
}
