using System.Diagnostics;
using System.Text;
using Infra.Local.Endpoint;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

public sealed class InvocationTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly LambdaRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_function_gets_its_event_and_its_answer_comes_back_byte_for_byte()
    {
        _rig.Deploy();

        var result = await _rig.InvokeAsync("""{ "päth" : [1,  2] }""");

        Assert.Equal("""{ "päth" : [1,  2] }""", Encoding.UTF8.GetString(result.Payload.Span));
        Assert.Null(result.FunctionError);
    }

    [Fact]
    public async Task One_process_serves_one_invocation_after_the_other()
    {
        _rig.Deploy();

        var first = await _rig.AnswerAsync("""{"do":"process"}""");
        var second = await _rig.AnswerAsync("""{"do":"process"}""");

        Assert.Equal((int)first["id"]!, (int)second["id"]!);
        Assert.NotEqual((string?)first["requestId"], (string?)second["requestId"]);
    }

    [Fact]
    public async Task The_process_runs_in_the_asset_and_is_told_deadline_arn_and_trace()
    {
        _rig.Deploy();

        var process = await _rig.AnswerAsync("""{"do":"process"}""");

        Assert.Equal(Path.TrimEndingDirectorySeparator(Some.FunctionDirectory), (string?)process["directory"]);
        Assert.Equal("arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:responder", (string?)process["arn"]);
        Assert.InRange((double)process["remaining"]!, 20, 30);
        Assert.Matches("^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Sampled=0$", (string?)process["trace"]);
    }

    [Fact]
    public async Task A_handler_that_throws_gives_its_error_document_and_the_process_lives_on()
    {
        _rig.Deploy();
        var before = await _rig.AnswerAsync("""{"do":"process"}""");

        var error = await _rig.ErrorAsync("""{"do":"throw","message":"no bucket"}""");
        var after = await _rig.AnswerAsync("""{"do":"process"}""");

        Assert.Equal("InvalidOperationException", (string?)error["errorType"]);
        Assert.Equal("no bucket", (string?)error["errorMessage"]);
        Assert.Equal((int)before["id"]!, (int)after["id"]!);
    }

    [Theory]
    [InlineData(3, "Runtime exited with error: exit status 3")]
    [InlineData(0, "Runtime exited without providing a reason")]
    public async Task A_process_that_ends_gives_an_exit_error_and_the_next_invocation_a_new_process(int code, string message)
    {
        _rig.Deploy();

        var error = await _rig.ErrorAsync($$"""{"do":"exit","code":{{code}}}""");
        var next = await _rig.InvokeAsync("{}");

        Assert.Equal("Runtime.ExitError", (string?)error["errorType"]);
        Assert.EndsWith(message, (string?)error["errorMessage"]);
        Assert.Null(next.FunctionError);
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_ended()
    {
        _rig.Deploy(Some.Function() with { Timeout = TimeSpan.FromSeconds(2) });
        var before = await _rig.AnswerAsync("""{"do":"process"}""");

        var error = await _rig.ErrorAsync("""{"do":"hang"}""");

        Assert.Matches(
            @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f-]{36} Task timed out after 2\.00 seconds$", (string?)error["errorMessage"]);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById((int)before["id"]!));
        Assert.NotEqual((int)before["id"]!, (int)(await _rig.AnswerAsync("""{"do":"process"}"""))["id"]!);
    }

    [Fact]
    public async Task An_answer_of_6_MB_passes_and_one_byte_more_than_the_limit_is_an_error()
    {
        _rig.Deploy();

        var largest = await _rig.InvokeAsync($$"""{"do":"big","bytes":{{LambdaLimits.MaxResponseBytes}}}""");
        var tooLarge = await _rig.ErrorAsync($$"""{"do":"big","bytes":{{LambdaLimits.MaxResponseBytes + 1}}}""");

        Assert.Equal(LambdaLimits.MaxResponseBytes, largest.Payload.Length);
        Assert.Null(largest.FunctionError);
        Assert.Equal("Function.ResponseSizeTooLarge", (string?)tooLarge["errorType"]);
    }

    [Fact]
    public async Task A_function_that_is_not_there_is_not_found()
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => _rig.InvokeAsync("{}"));

        Assert.Equal("ResourceNotFoundException", error.Code);
        Assert.Contains("function:responder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_its_program_is_an_invocation_error_that_names_the_program()
    {
        _rig.Deploy(Some.Function() with { Handler = "NotThere" });

        var error = await _rig.ErrorAsync("{}");

        Assert.Equal("Runtime.InvalidEntrypoint", (string?)error["errorType"]);
        Assert.Contains("NotThere", (string?)error["errorMessage"], StringComparison.Ordinal);
    }
}
