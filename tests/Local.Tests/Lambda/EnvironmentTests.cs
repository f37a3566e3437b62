namespace Infra.Local.Tests.Lambda;

public sealed class EnvironmentTests
{
    [Fact]
    public async Task A_process_sees_its_own_variables_its_roles_credentials_and_the_local_endpoint()
    {
        await using var rig = new LambdaRig();
        rig.Deploy(Some.Function() with
        {
            Environment = new Dictionary<string, string> { ["CRL_BUCKET"] = "crls", ["AWS_USE_FIPS_ENDPOINT"] = "true" },
        });

        var environment = await rig.AnswerAsync("""{"do":"environment"}""");

        var expected = new Dictionary<string, string?>
        {
            ["CRL_BUCKET"] = "crls",
            ["AWS_USE_FIPS_ENDPOINT"] = null,
            ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:4599",
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["AWS_ACCESS_KEY_ID"] = "ASIA-responder",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_SESSION_TOKEN"] = "session",
            ["AWS_REGION"] = "us-gov-west-1",
            ["AWS_DEFAULT_REGION"] = "us-gov-west-1",
            ["AWS_LAMBDA_FUNCTION_NAME"] = "responder",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/responder",
            ["AWS_EXECUTION_ENV"] = "AWS_Lambda_dotnet10",
            ["_HANDLER"] = "Local.Tests.Function",
            ["LAMBDA_TASK_ROOT"] = Some.FunctionDirectory,
            ["TZ"] = ":UTC",
        };
        Assert.Equal(expected, expected.Keys.ToDictionary(name => name, name => (string?)environment[name]));
        Assert.Matches(@"^\d{4}/\d\d/\d\d/\[\$LATEST\][0-9a-f]{32}$", (string?)environment["AWS_LAMBDA_LOG_STREAM_NAME"]);
    }

    [Fact]
    public async Task Nothing_of_the_developers_environment_reaches_a_process()
    {
        await using var rig = new LambdaRig();
        rig.Deploy();

        var environment = (await rig.AnswerAsync("""{"do":"environment"}""")).AsObject();

        var inherited = environment.Select(variable => variable.Key)
            .Where(name => Environment.GetEnvironmentVariable(name) == (string?)environment[name])
            .Except(["PATH", "LANG", "TZ", "AWS_REGION", "AWS_DEFAULT_REGION"]);
        Assert.Empty(inherited);
        Assert.NotEqual(Environment.GetEnvironmentVariable("HOME"), (string?)environment["HOME"]);
    }

    [Fact]
    public async Task The_scratch_directory_of_a_process_goes_with_it()
    {
        await using var rig = new LambdaRig();
        rig.Deploy();
        var home = (string)(await rig.AnswerAsync("""{"do":"environment"}"""))["HOME"]!;
        var during = Directory.Exists(home);

        await rig.Functions.RecycleAsync();

        Assert.True(during);
        Assert.False(Directory.Exists(home));
    }

    [Fact]
    public async Task Variables_that_the_host_adds_are_read_when_a_process_starts()
    {
        var value = "1";
        await using var rig = new LambdaRig(host => host with
        {
            AddedVariables = () => new Dictionary<string, string> { ["ADDED"] = value },
        });
        rig.Deploy();
        var first = (string?)(await rig.AnswerAsync("""{"do":"environment"}"""))["ADDED"];

        value = "2";
        await rig.Functions.RecycleAsync();
        var second = (string?)(await rig.AnswerAsync("""{"do":"environment"}"""))["ADDED"];

        Assert.Equal(("1", "2"), (first, second));
    }
}
