namespace Infra.Local.Tests.Lambda;

public sealed class InitializationTests
{
    [Fact]
    public async Task An_initialization_error_is_what_the_caller_gets()
    {
        await using var rig = new LambdaRig();
        rig.Deploy(Failing("error"));

        var error = await rig.ErrorAsync("{}");

        Assert.Equal("SettingsError", (string?)error["errorType"]);
        Assert.Equal("CRL_BUCKET is missing", (string?)error["errorMessage"]);
    }

    [Fact]
    public async Task A_process_that_ends_before_it_is_ready_is_an_exit_error()
    {
        await using var rig = new LambdaRig();
        var function = rig.Deploy(Failing("exit"));

        var error = await rig.ErrorAsync("{}");

        Assert.Equal("Runtime.ExitError", (string?)error["errorType"]);
        Assert.EndsWith("exit status 7", (string?)error["errorMessage"]);
        Assert.Contains(function.Log.Lines, line => line.Text.StartsWith("INIT_REPORT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_initialization_that_never_ends_is_a_timeout()
    {
        await using var rig = new LambdaRig(host => host with { InitializationLimit = TimeSpan.FromMilliseconds(100) });
        rig.Deploy(Failing("hang") with { Timeout = TimeSpan.FromSeconds(1) });

        var error = await rig.ErrorAsync("{}");

        Assert.EndsWith("Task timed out after 1.00 seconds", (string?)error["errorMessage"]);
    }

    private static Infra.Local.Lambda.FunctionConfiguration Failing(string how) =>
        Some.Function() with { Environment = new Dictionary<string, string> { ["TEST_INITIALIZATION"] = how } };
}
