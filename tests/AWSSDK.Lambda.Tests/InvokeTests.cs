using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Infra.AwsClient.Tests;
using Infra.AWSSDK.Lambda.Tests.Functions;

namespace Infra.AWSSDK.Lambda.Tests;

public class InvokeTests
{
    [Fact]
    public async Task The_event_is_the_body_and_the_function_is_in_the_path()
    {
        await using var service = await FakeService.StartAsync(Some.Said("{}"));
        using var client = service.Client();

        await client.InvokeAsync(new InvokeRequest
        {
            FunctionName = Some.FunctionName,
            Payload = """{"reason":"Straße"}""",
        });

        var call = Assert.Single(service.Calls);
        Assert.Equal(
            ("POST", $"/2015-03-31/functions/{Some.FunctionName}/invocations"), (call.Method, call.Target));
        Assert.Equal("""{"reason":"Straße"}""", call.Body);
        Assert.Equal("binary/octet-stream", call.Headers["Content-Type"]);
        Assert.Equal("session", call.Headers["x-amz-security-token"]);
        Assert.Contains("/us-gov-west-1/lambda/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.DoesNotContain("X-Amz-Invocation-Type", call.Headers.Keys);
        Assert.DoesNotContain("X-Amz-Log-Type", call.Headers.Keys);
    }

    [Fact]
    public async Task How_to_invoke_and_what_to_log_are_headers()
    {
        await using var service = await FakeService.StartAsync(Some.Said("{}"));
        using var client = service.Client();

        await client.InvokeAsync(new InvokeRequest
        {
            FunctionName = Some.FunctionName,
            InvocationType = InvocationType.RequestResponse,
            LogType = "tail",
            PayloadStream = new MemoryStream("{}"u8.ToArray()),
        });

        var call = Assert.Single(service.Calls);
        Assert.Equal("RequestResponse", call.Headers["X-Amz-Invocation-Type"]);
        Assert.Equal("Tail", call.Headers["X-Amz-Log-Type"]);
        Assert.Equal("{}", call.Body);
    }

    [Fact]
    public async Task A_function_can_be_named_by_its_arn_and_gets_no_event()
    {
        await using var service = await FakeService.StartAsync(Some.Said("null"));
        using var client = service.Client();

        await client.InvokeAsync(new InvokeRequest { FunctionName = Some.FunctionArn });

        var call = Assert.Single(service.Calls);
        Assert.Equal(
            $"/2015-03-31/functions/{Uri.EscapeDataString(Some.FunctionArn)}/invocations", call.Target);
        Assert.Equal(string.Empty, call.Body);
    }

    [Fact]
    public async Task What_the_function_said_is_handed_on_as_it_is()
    {
        var log = Convert.ToBase64String("START"u8);
        await using var service = await FakeService.StartAsync(
            Some.Said("\"plain text\"", ("X-Amz-Executed-Version", "$LATEST"), ("X-Amz-Log-Result", log)));
        using var client = service.Client();

        var response = await client.InvokeAsync(new InvokeRequest { FunctionName = Some.FunctionName });

        Assert.Equal("\"plain text\"", response.Text());
        Assert.Equal(0, response.Payload.Position);
        Assert.Equal(("$LATEST", log), (response.ExecutedVersion, response.LogResult));
        Assert.Equal(200, response.StatusCode);
        Assert.Null(response.FunctionError);
        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
    }

    [Fact]
    public async Task A_function_that_failed_is_an_answer_and_no_exception()
    {
        await using var service = await FakeService.StartAsync(
            Some.Said("""{"errorMessage":"Task timed out"}""", ("X-Amz-Function-Error", "Unhandled")));
        using var client = service.Client();

        var response = await client.InvokeAsync(new InvokeRequest { FunctionName = Some.FunctionName });

        Assert.Equal("Unhandled", response.FunctionError);
        Assert.Equal("""{"errorMessage":"Task timed out"}""", response.Text());
    }

    [Theory]
    [InlineData(202)]
    [InlineData(204)]
    public async Task An_invocation_that_nobody_waits_for_has_an_empty_payload(int status)
    {
        await using var service = await FakeService.StartAsync(Some.Json(string.Empty, status));
        using var client = service.Client();

        var response = await client.InvokeAsync(
            new InvokeRequest { FunctionName = Some.FunctionName, InvocationType = InvocationType.Event });

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(0, response.Payload.Length);
    }

    [Fact]
    public void The_payload_and_its_stream_are_the_same_thing()
    {
        var request = new InvokeRequest { Payload = """{"é":1}""" };

        Assert.Equal("""{"é":1}""", Encoding.UTF8.GetString(request.PayloadStream.ToArray()));
        Assert.Equal("""{"é":1}""", request.Payload);

        request.Payload = null;

        Assert.Null(request.PayloadStream);
        Assert.Null(request.Payload);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_a_function_nothing_is_sent(string? name)
    {
        await using var service = await FakeService.StartAsync();
        using var client = service.Client();

        var error = await Assert.ThrowsAsync<AmazonLambdaException>(
            () => client.InvokeAsync(new InvokeRequest { FunctionName = name }));

        Assert.Contains("FunctionName", error.Message, StringComparison.Ordinal);
        Assert.Empty(service.Calls);
    }
}
