using Infra.Amazon.Lambda.Tests.Process;
using Infra.Amazon.Lambda.Tests.RuntimeApi;

namespace Infra.Amazon.Lambda.Tests.RuntimeSupport;

public sealed class ErrorReportTests : IDisposable
{
    /// <summary>256 KiB, Lambda's limit.</summary>
    private const int MaxErrorBytes = 256 * 1024;

    private readonly CapturedConsole _console = new();

    public void Dispose() => _console.Dispose();

    [Fact]
    public async Task A_handler_that_throws_is_reported_with_type_message_and_stack()
    {
        var report = await ReportOf(new InvalidOperationException("the bucket is gone"));

        Assert.Equal($"invocation/{Some.RequestId}/error", report.Path);
        Assert.Equal("application/vnd.aws.lambda.error+json", report.Header("Content-Type"));
        Assert.Equal("InvalidOperationException", report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal("InvalidOperationException", report.Json.GetProperty("errorType").GetString());
        Assert.Equal("the bucket is gone", report.Json.GetProperty("errorMessage").GetString());
        Assert.StartsWith("at ", report.Json.GetProperty("stackTrace")[0].GetString(), StringComparison.Ordinal);
        Assert.False(report.Json.TryGetProperty("cause", out _));
        Assert.False(report.Json.TryGetProperty("causes", out _));
    }

    [Fact]
    public async Task The_loop_goes_on_after_a_handler_threw()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event("fine"));
        var calls = 0;

        await api.ServeAsync(Some.Function((input, _) =>
            calls++ == 0 ? throw new InvalidOperationException("first") : Task.FromResult(input)));

        Assert.Equal(
            [$"invocation/{Some.RequestId}/error", $"invocation/{Some.RequestId}/response"],
            api.Reports.Select(r => r.Path));
        Assert.Equal("fine", api.Reports[1].Body);
    }

    [Fact]
    public async Task A_handler_that_is_cancelled_is_reported_like_any_other()
    {
        var report = await ReportOf(new OperationCanceledException("deadline"));

        Assert.Equal("deadline", report.Json.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_exception_names_its_cause()
    {
        var report = await ReportOf(new InvalidOperationException("outer", new TimeoutException("inner")));

        var cause = report.Json.GetProperty("cause");
        Assert.Equal("TimeoutException", cause.GetProperty("errorType").GetString());
        Assert.Equal("inner", cause.GetProperty("errorMessage").GetString());
        Assert.False(cause.TryGetProperty("stackTrace", out _));
    }

    [Fact]
    public async Task An_aggregate_names_all_its_causes()
    {
        var report = await ReportOf(new AggregateException(new TimeoutException("a"), new TimeoutException("b")));

        Assert.Equal(
            ["a", "b"],
            report.Json.GetProperty("causes").EnumerateArray().Select(c => c.GetProperty("errorMessage").GetString()));
        Assert.Equal("a", report.Json.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_very_long_chain_of_causes_is_still_reported()
    {
        var chain = Enumerable.Range(0, 500).Aggregate(
            new AggregateException("innermost"), (inner, i) => new AggregateException($"level {i}", inner));

        var report = await ReportOf(chain);

        Assert.Equal("AggregateException", report.Json.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task An_error_above_256_KiB_says_only_that()
    {
        var report = await ReportOf(new InvalidOperationException(new string('x', MaxErrorBytes)));

        Assert.Equal("""{"errorMessage":"Exception exceeded maximum payload size of 256KB."}""", report.Body);
        Assert.Null(report.Header("Lambda-Runtime-Function-XRay-Error-Cause"));
    }

    [Fact]
    public async Task The_cause_for_x_ray_is_one_line_of_ascii_json()
    {
        var report = await ReportOf(new InvalidOperationException("Schlüssel\nfehlt \ud800"));

        var cause = Report.Parse(report.Header("Lambda-Runtime-Function-XRay-Error-Cause")!);
        var exception = cause.GetProperty("exceptions")[0];
        Assert.Equal("InvalidOperationException", exception.GetProperty("type").GetString());
        Assert.Equal("Schlüssel\nfehlt \ufffd", exception.GetProperty("message").GetString());
        Assert.NotEqual(0, exception.GetProperty("stack").GetArrayLength());
        Assert.NotEmpty(cause.GetProperty("working_directory").GetString()!);
    }

    [Fact]
    public async Task An_exception_that_cannot_even_say_what_it_is_does_not_end_the_loop()
    {
        var report = await ReportOf(new MuteException());

        Assert.Equal("MuteException", report.Json.GetProperty("errorType").GetString());
        Assert.Contains("could not describe itself", report.Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_that_throws_is_logged_as_a_failure_with_its_stack()
    {
        await ReportOf(new InvalidOperationException("the bucket is gone"));

        Assert.Contains(
            _console.Lines,
            line => line.EndsWith(
                $"\t{Some.RequestId}\tfail\tSystem.InvalidOperationException: the bucket is gone",
                StringComparison.Ordinal));
        Assert.Contains(_console.Lines, line => line.TrimStart().StartsWith("at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_initializer_that_gives_up_ends_the_process_quietly()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());

        await api.ServeAsync(Some.Function(_ => { }).UseBootstrapHandler(() => Task.FromResult(false)));

        Assert.Equal(0, api.Polls);
        Assert.Empty(api.Reports);
    }

    [Fact]
    public async Task An_initializer_that_throws_is_reported_and_ends_the_process()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());
        var function = Some.Function(_ => { })
            .UseBootstrapHandler(() => throw new InvalidOperationException("no bucket is configured"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => api.ServeAsync(function));

        Assert.Equal("no bucket is configured", error.Message);
        var report = Assert.Single(api.Reports);
        Assert.Equal("init/error", report.Path);
        Assert.Equal("no bucket is configured", report.Json.GetProperty("errorMessage").GetString());
        Assert.Null(report.Header("Lambda-Runtime-Function-Error-Type"));
        Assert.Equal(0, api.Polls);
    }

    [Fact]
    public async Task An_initializer_that_succeeds_runs_once_before_the_first_event()
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event(), Some.Event());
        var initialized = 0;

        await api.ServeAsync(Some.Function(_ => { }).UseBootstrapHandler(() => Task.FromResult(++initialized == 1)));

        Assert.Equal(1, initialized);
        Assert.Equal(2, api.Reports.Count);
    }

    private static async Task<Report> ReportOf(Exception exception)
    {
        await using var api = await FakeRuntimeApi.StartAsync(Some.Event());

        await api.ServeAsync(Some.FunctionThatThrows(exception));

        return Assert.Single(api.Reports);
    }

    private sealed class MuteException : Exception
    {
        public override string Message => throw new InvalidOperationException();

        public override string StackTrace => throw new InvalidOperationException();

        public override string ToString() => throw new InvalidOperationException();
    }
}
