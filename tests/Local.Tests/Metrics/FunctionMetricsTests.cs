using System.Text.Json.Nodes;
using Infra.Local.Clock;
using Infra.Local.Lambda.Logging;
using Infra.Local.Metrics;
using Infra.Local.Metrics.Embedded;
using Infra.Local.Tests.Lambda;

namespace Infra.Local.Tests.Metrics;

public sealed class FunctionMetricsTests : IAsyncDisposable
{
    private static readonly Metric Runs = new("TrustManager", "RunFailed", "DirectoryId", "d-0123456789");

    private readonly LocalClock _clock = new();
    private readonly LambdaRig _rig;
    private readonly MetricStore _metrics;

    public FunctionMetricsTests()
    {
        _rig = new LambdaRig(host => host with { Clock = _clock });
        _metrics = new MetricStore(_clock);
        new FunctionMetrics(_rig.Functions, _metrics).Listen();
    }

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _clock.Dispose();
    }

    [Fact]
    public async Task What_a_function_logs_becomes_a_metric_of_the_moment_that_the_line_names()
    {
        var function = _rig.Deploy();

        await LogAsync("""
            {"_aws":{"Timestamp":1794528000000,
            "CloudWatchMetrics":[{"Namespace":"TrustManager","Dimensions":[["DirectoryId"]],
            "Metrics":[{"Name":"RunFailed","Unit":"Count"}]}]},"DirectoryId":"d-0123456789","RunFailed":2}
            """.ReplaceLineEndings(""));
        await function.Log.WaitForAsync(line => line.Source == LogSource.StandardError, LambdaRig.Patience);
        await function.Log.WaitForAsync(line => line.Source == LogSource.StandardOutput, LambdaRig.Patience);
        await RecordedAsync(Runs);

        Assert.Equal((2, 1, "Count"), (_metrics[Runs].Sum, _metrics[Runs].Samples, _metrics[Runs].Unit));
        Assert.Equal(new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.Zero), _metrics[Runs].LastAt);
    }

    [Fact]
    public async Task A_line_that_cannot_be_read_is_counted_for_its_log_group()
    {
        var function = _rig.Deploy();

        await LogAsync("""{"_aws":{"Timestamp":1}}""");
        await function.Log.WaitForAsync(line => line.Source == LogSource.StandardOutput, LambdaRig.Patience);

        var broken = new Metric("AWS/Logs", "EMFValidationErrors", "LogGroupName", "/aws/lambda/responder");
        await RecordedAsync(broken);
        Assert.Equal(1, _metrics[broken].Samples);
    }

    [Fact]
    public async Task Output_that_is_read_after_the_clock_was_moved_on_keeps_the_day_of_its_invocation()
    {
        var function = _rig.Deploy();
        var directory = Directory.CreateTempSubdirectory("metrics-");
        var (file, day) = (Path.Combine(directory.FullName, "go"), _clock.GetUtcNow());
        var running = _rig.AnswerAsync(new JsonObject { ["do"] = "wait", ["file"] = file }.ToJsonString());
        await function.Log.WaitForAsync(line => line.Source == LogSource.Platform, LambdaRig.Patience);

        await _clock.AdvanceAsync(TimeSpan.FromDays(1));
        await File.WriteAllTextAsync(file, "");
        await running;

        Assert.All(function.Log.Lines, line => Assert.Equal(day, line.Time, TimeSpan.FromHours(1)));
        directory.Delete(recursive: true);
    }

    /// <summary>A line can be seen in the log a moment before it is read for metrics.</summary>
    private async Task RecordedAsync(Metric metric)
    {
        var recorded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _metrics.Recorded += (one, _) => Look(one);
        Look(_metrics[metric].Samples > 0 ? metric : null);
        await recorded.Task.WaitAsync(LambdaRig.Patience);

        void Look(Metric? one)
        {
            if (one == metric)
            {
                recorded.TrySetResult();
            }
        }
    }

    private Task<JsonNode> LogAsync(string text) =>
        _rig.AnswerAsync(new JsonObject { ["do"] = "log", ["text"] = text }.ToJsonString());
}
