using System.Text.Json;
using Infra.Trust.Tests.Lambda;
using Infra.TrustManager.Identity;

namespace Infra.Trust.Tests.Identity;

/// <summary>What the commands send about who asks.</summary>
public class SignedCommandTests
{
    [Theory]
    [InlineData("apply", Some.DirectoryId)]
    [InlineData("hold", Some.DirectoryId, "--reason", "Müller & co")]
    [InlineData("release", Some.DirectoryId)]
    public async Task A_request_that_changes_something_proves_who_asks(params string[] arguments)
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, arguments);

        using var request = JsonDocument.Parse(lambda.Asked!.Value.Payload);
        Assert.Equal(
            RequestBinding.Of(Some.ArnOf(Some.FunctionName), request.RootElement), (string)lambda.Identity!["header"]!);
        Assert.StartsWith(
            $"{lambda.Url}/?Action=GetCallerIdentity&", (string)lambda.Identity["url"]!, StringComparison.Ordinal);
        Assert.Equal($"asking {Some.FunctionName} ...\n", run.Error);
        Assert.DoesNotContain("GetCallerIdentity", lambda.Calls);
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("status")]
    [InlineData("history")]
    public async Task A_request_that_changes_nothing_carries_no_proof(string command)
    {
        await using var lambda = await FakeLambda.SayingAsync();

        await Run.OfAsync(lambda, command, Some.DirectoryId);

        Assert.Null(lambda.Identity);
    }

    [Fact]
    public async Task A_function_that_is_named_by_its_arn_needs_no_search()
    {
        await using var lambda = await FakeLambda.WithAsync(
            new FakeFunction(Some.ArnOf("named"), [], Some.Fulfilled));

        await Run.OfAsync(lambda, "apply", Some.DirectoryId, "--function", Some.ArnOf("named"));

        Assert.StartsWith($"{Some.ArnOf("named")};", (string)lambda.Identity!["header"]!, StringComparison.Ordinal);
        Assert.Equal(["Invoke"], lambda.Calls);
    }

    [Fact]
    public async Task Without_a_region_the_request_goes_without_a_proof_and_the_program_says_so()
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, "apply", Some.DirectoryId, "--function", Some.FunctionName);

        Assert.Equal(0, run.ExitCode);
        Assert.Null(lambda.Identity);
        Assert.Equal(
            $"asking {Some.FunctionName} ...\nThe request is sent without a proof of who asks: no Region is set "
            + "(AWS_REGION). The history will say 'self-reported'.\n",
            run.Error);
    }

    [Fact]
    public async Task With_the_usual_variables_a_function_is_known_by_its_name_alone()
    {
        await using var lambda = await FakeLambda.SayingAsync();
        using var process = TrustProcess.Start(
            new Dictionary<string, string>
            {
                ["AWS_ENDPOINT_URL"] = lambda.Url,
                ["AWS_REGION"] = "us-gov-west-1",
                ["AWS_ACCESS_KEY_ID"] = "ASIDEXAMPLE",
                ["AWS_SECRET_ACCESS_KEY"] = "secret",
                ["AWS_SESSION_TOKEN"] = "token",
            },
            "apply",
            Some.DirectoryId,
            "--function",
            Some.FunctionName);

        var run = await process.EndAsync();

        Assert.Equal((0, $"asking {Some.FunctionName} ...\n"), (run.ExitCode, run.Error));
        Assert.Equal(["GetCallerIdentity", "Invoke"], lambda.Calls);
        Assert.StartsWith(
            "arn:aws-us-gov:lambda:us-gov-west-1:999988887777:function:",
            (string)lambda.Identity!["header"]!,
            StringComparison.Ordinal);
        var url = (string)lambda.Identity["url"]!;
        Assert.Contains("&X-Amz-Security-Token=token&", url, StringComparison.Ordinal);
        Assert.Contains("X-Amz-Credential=ASIDEXAMPLE%2F", url, StringComparison.Ordinal);
    }
}
