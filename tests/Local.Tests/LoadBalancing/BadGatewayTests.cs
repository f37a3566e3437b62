using Infra.Local.Endpoint;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class BadGatewayTests
{
    [Theory]
    [InlineData("""{"statusCode":200,"headers":{},"body":null}""", "body is null")]
    [InlineData("""{"statusCode":200,"headers":{},"statusDescription":null}""", "statusDescription is null")]
    [InlineData("""{"statusCode":200,"headers":{},"multiValueHeaders":null}""", "multiValueHeaders is null")]
    [InlineData("""{"statusCode":200,"headers":null}""", "headers is null")]
    [InlineData("""{"statusCode":200}""", "needs an object headers")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{}}""", "needs an object headers")]
    [InlineData("""{"statusCode":200,"headers":{"Age":60}}""", "header Age is of kind Number")]
    [InlineData("""{"statusCode":200,"headers":{"Age":null}}""", "header Age is of kind Null")]
    [InlineData("""{"statusCode":200,"headers":{"A":"b\r\nC: d"}}""", "control character")]
    [InlineData("""{"statusCode":200,"headers":{"A B":"c"}}""", "not a token")]
    [InlineData("""{"headers":{}}""", "statusCode must be")]
    [InlineData("""{"statusCode":"200","headers":{}}""", "statusCode must be")]
    [InlineData("""{"statusCode":99,"headers":{}}""", "statusCode must be")]
    [InlineData("""{"statusCode":200,"headers":{},"isBase64Encoded":true,"body":"not base64"}""", "not base64")]
    [InlineData("""{"statusCode":200,"headers":{},"isBase64Encoded":"true"}""", "isBase64Encoded must be")]
    [InlineData("""{"statusCode":200,"headers":{},"body":{}}""", "body must be text")]
    [InlineData("""{"statusCode":200,"headers":{},"body":"\ud800"}""", "not Unicode")]
    [InlineData("""{"statusCode":200,"headers":{},"statusDescription":"200 a\nb"}""", "printable ASCII")]
    [InlineData("""[1]""", "must be an object")]
    [InlineData("null", "must be an object")]
    [InlineData("", "not JSON")]
    [InlineData("{", "not JSON")]
    public async Task A_response_that_is_not_to_the_letter_is_502(string document, string detail)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Document = document;

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        AssertBadGateway(rig, answer, "LambdaInvalidResponse");
        Assert.Contains(detail, rig.Log.Single().ErrorDetail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"statusCode":200,"headers":{}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"A":"text"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"A":[null]}}""")]
    public async Task In_multi_value_mode_headers_are_lists_of_texts(string document)
    {
        await using var rig = await LoadBalancingRig.StartAsync(LoadBalancingRig.Target with { MultiValueHeaders = true });
        rig.Functions.Document = document;

        AssertBadGateway(rig, await RawHttp.GetAsync(rig.Port, "/"), "LambdaInvalidResponse");
    }

    [Fact]
    public async Task A_document_of_1_MB_passes_and_one_byte_more_is_502()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        const string Head = """{"statusCode":200,"headers":{},"body":" """;
        const string Tail = "\"}";
        string Document(int bytes) => $"{Head}{new string('x', bytes - Head.Length - Tail.Length)}{Tail}";

        rig.Functions.Document = Document(1_000_000);
        var largest = await RawHttp.GetAsync(rig.Port, "/");
        rig.Functions.Document = Document(1_000_001);
        var tooLarge = await RawHttp.GetAsync(rig.Port, "/");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", largest, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", tooLarge, StringComparison.Ordinal);
        Assert.Equal("LambdaResponseTooLarge", rig.Log[^1].ErrorReason);
    }

    [Theory]
    [InlineData(32_768 - 5, "HTTP/1.1 200 OK\r\n")]
    [InlineData(32_768 - 4, "HTTP/1.1 502 Bad Gateway\r\n")]
    public async Task Response_headers_hold_32_K(int valueLength, string status)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Document = $$"""{"statusCode":200,"headers":{"X":"{{new string('x', valueLength)}}"} }""";

        Assert.StartsWith(status, await RawHttp.GetAsync(rig.Port, "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_error_is_502()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        (rig.Functions.Document, rig.Functions.FunctionError) = ("""{"errorMessage":"Task timed out after 3.00 seconds"}""", "Unhandled");

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        AssertBadGateway(rig, answer, "LambdaUnhandled");
        Assert.Contains("Task timed out", rig.Log.Single().ErrorDetail, StringComparison.Ordinal);
        Assert.DoesNotContain("Task timed out", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 429, 502, "LambdaThrottling")]
    [InlineData("AccessDenied", 403, 502, "LambdaAccessDenied")]
    [InlineData("ResourceNotFoundException", 404, 502, "LambdaResourceNotFound")]
    [InlineData("InternalFailure", 500, 502, "LambdaInternalError")]
    [InlineData("ServiceTimeout", 504, 504, "LambdaConnectionTimeout")]
    public async Task When_lambda_does_not_run_the_function_the_client_sees_a_gateway_error(
        string code, int lambdaStatus, int status, string reason)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.Functions.Failure = new AwsException(code, "no", lambdaStatus);

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Equal((status, reason), (rig.Log.Single().StatusCode, rig.Log.Single().ErrorReason));
    }

    [Fact]
    public async Task Without_a_registered_target_it_is_503()
    {
        await using var rig = await LoadBalancingRig.StartAsync(LoadBalancingRig.Target with { FunctionArn = null });

        var answer = await RawHttp.GetAsync(rig.Port, "/");

        Assert.StartsWith("HTTP/1.1 503 Service Unavailable\r\n", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_does_not_wait_is_460_in_the_log()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        var asked = new TaskCompletionSource();
        var logged = new TaskCompletionSource<int>();
        rig.LoadBalancers.Answered += entry => logged.TrySetResult(entry.StatusCode);
        rig.Functions.AnswerAsync = async (_, token) =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
            return FakeFunctions.Ok;
        };
        using var client = new HttpClient();
        using var impatience = new CancellationTokenSource();

        var request = client.GetAsync(rig.Url, impatience.Token);
        await asked.Task;
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.Equal(460, await logged.Task.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    private static void AssertBadGateway(LoadBalancingRig rig, string answer, string reason)
    {
        Assert.StartsWith("HTTP/1.1 502 Bad Gateway\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nServer: awselb/2.0\r\n", answer, StringComparison.Ordinal);
        Assert.Equal((502, reason), (rig.Log.Single().StatusCode, rig.Log.Single().ErrorReason));
    }
}
