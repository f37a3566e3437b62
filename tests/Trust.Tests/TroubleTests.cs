using System.Net;
using System.Net.Sockets;
using Infra.Trust.Tests.Lambda;

namespace Infra.Trust.Tests;

public class TroubleTests
{
    [Theory]
    [InlineData("ListFunctions", 403, "AccessDeniedException", "no identity-based policy allows it",
        "Access denied while listing functions: no identity-based policy allows it. It needs lambda:ListFunctions; "
        + "with --function NAME it is not done.")]
    [InlineData("Invoke", 403, "AccessDeniedException", "no identity-based policy allows it.",
        $"Access denied while invoking {Some.FunctionName}: no identity-based policy allows it. It needs "
        + "lambda:InvokeFunction on that function.")]
    [InlineData("ListFunctions", 403, "ExpiredTokenException", "The security token is expired",
        "AWS does not accept these credentials (ExpiredTokenException: The security token is expired). Sign in again, "
        + "and check AWS_PROFILE and this machine's clock.")]
    [InlineData("Invoke", 429, "TooManyRequestsException", "Rate Exceeded.",
        $"Lambda has too many requests while invoking {Some.FunctionName}: Rate Exceeded. Try again in a minute.")]
    [InlineData("Invoke", 502, "KMSAccessDeniedException", "Lambda was unable to decrypt",
        $"AWS refused while invoking {Some.FunctionName}: KMSAccessDeniedException, HTTP status 502: Lambda was unable "
        + "to decrypt. If the function was reached, it goes on: see 'history'.")]
    public async Task A_refusal_of_aws_is_one_line_that_says_what_to_do(
        string operation, int status, string code, string message, string line)
    {
        await using var lambda = await FakeLambda.SayingAsync();
        lambda.Refusal = new Refusal(operation, status, code, message);

        var run = await Run.OfAsync(lambda, "apply", Some.DirectoryId);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(line, run.Error.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task A_search_is_repeated_after_a_fault_and_a_call_is_not()
    {
        await using var lambda = await FakeLambda.SayingAsync();
        lambda.Refusal = new Refusal("ListFunctions", 500, "ServiceException", "again", Times: 1);
        var search = await Run.OfAsync(lambda, "apply", Some.DirectoryId);
        lambda.Refusal = new Refusal("Invoke", 500, "ServiceException", "again", Times: 1);

        var call = await Run.OfAsync(lambda, "apply", Some.DirectoryId, "--function", Some.FunctionName);

        Assert.Equal((0, 1), (search.ExitCode, call.ExitCode));
        Assert.Equal(["ListFunctions", "ListFunctions", "Invoke", "Invoke"], lambda.Calls);
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_named()
    {
        await using var lambda = await FakeLambda.SayingAsync();

        var run = await Run.OfAsync(lambda, "plan", Some.DirectoryId, "--function", "gone");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(
            "There is no such function: Function not found: gone. Check --function",
            run.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        """{"errorType":"Runtime.ExitError","errorMessage":"Runtime exited without providing a reason"}""",
        "Runtime exited without providing a reason")]
    [InlineData("""{"errorMessage":"Task timed out after 900.00 seconds"}""", "Task timed out after 900.00 seconds")]
    [InlineData("oops", "oops")]
    public async Task A_function_that_fails_says_why(string document, string reason)
    {
        await using var lambda = await FakeLambda.SayingAsync(document, hasFailed: true);

        var run = await Run.OfAsync(lambda, "apply", Some.DirectoryId);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(
            $"{Some.FunctionName} failed: {reason}. Its log group says more.\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "nothing")]
    [InlineData("null", "null")]
    [InlineData("[\"text\"]", "[\"text\"]")]
    [InlineData("""{"text":7}""", """{"text":7}""")]
    [InlineData("""{"physicalResourceId":"x"}""", """{"physicalResourceId":"x"}""")]
    public async Task What_is_no_answer_is_shown_and_not_taken_for_one(string said, string shown)
    {
        await using var lambda = await FakeLambda.SayingAsync(said);

        var run = await Run.OfAsync(lambda, "history", Some.DirectoryId);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"said what is no answer: {shown}. It may be", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_one_line_too()
    {
        var run = await Run.AtAsync(UnusedUrl(), "apply", Some.DirectoryId, "--function", "f");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The connection failed while invoking f: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("If the function was reached, it goes on", run.Error, StringComparison.Ordinal);
    }

    private static string UnusedUrl()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
