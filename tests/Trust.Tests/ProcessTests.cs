using System.Diagnostics;
using Infra.Trust.Tests.Lambda;

namespace Infra.Trust.Tests;

public class ProcessTests
{
    [Fact]
    public async Task The_usual_variables_say_where_and_as_whom_to_ask()
    {
        await using var lambda = await FakeLambda.SayingAsync("""{"text":"refused: no slot","refusals":["no slot"]}""");
        using var process = TrustProcess.Start(Environment(lambda), "plan", Some.DirectoryId);

        var run = await process.EndAsync();

        Assert.Equal(new Run(2, "refused: no slot\n", $"asking {Some.ReadFunctionName} ...\n"), run);
    }

    [Fact]
    public async Task Without_a_region_the_program_says_which_variable_is_missing()
    {
        using var process = TrustProcess.Start(new Dictionary<string, string>(), "plan", Some.DirectoryId);

        var run = await process.EndAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("No AWS Region is set: set AWS_REGION, or AWS_PROFILE to a profile that has one.\n", run.Error);
    }

    [Fact]
    public async Task Without_credentials_the_program_says_how_to_give_them()
    {
        using var process = TrustProcess.Start(
            new Dictionary<string, string> { ["AWS_REGION"] = "us-gov-west-1" }, "plan", Some.DirectoryId);

        var run = await process.EndAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("No AWS credentials were found: set AWS_PROFILE", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_told_that_the_function_goes_on()
    {
        await using var lambda = await FakeLambda.SayingAsync();
        lambda.IsSilent = true;
        using var process = TrustProcess.Start(Environment(lambda), "apply", Some.DirectoryId);
        await Task.WhenAny(lambda.WhenAsked, process.WaitForExitAsync());

        // SIGTERM ends it as Ctrl+C does; whatever a shell starts in the background ignores SIGINT, and so would this.
        using var interrupt = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        var run = await process.EndAsync();

        Assert.Equal(130, run.ExitCode);
        Assert.Contains($"it goes on with: see 'history {Some.DirectoryId}'", run.Error, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Environment(FakeLambda lambda) => new()
    {
        ["AWS_ENDPOINT_URL"] = lambda.Url,
        ["AWS_REGION"] = "us-gov-west-1",
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = "secret",
    };
}
