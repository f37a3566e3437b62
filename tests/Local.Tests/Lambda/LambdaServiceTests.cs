using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Lambda.Api;
using Infra.Local.Lambda.Logging;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Tests.Lambda;

public sealed class LambdaServiceTests : IAsyncLifetime, IDisposable
{
    private readonly LambdaRig _rig = new();
    private readonly HttpClient _client = new();
    private LoopbackServer? _endpoint;

    public async Task InitializeAsync()
    {
        var service = new LambdaService(_rig.Functions, _rig.Access);
        _endpoint = await LoopbackServer.StartAsync(0, http => ServeAsync(service, http));
        _client.BaseAddress = new Uri($"http://127.0.0.1:{_endpoint.Port}/2015-03-31/functions/");
    }

    public void Dispose() => _client.Dispose();

    public async Task DisposeAsync()
    {
        await _endpoint!.DisposeAsync();
        await _rig.DisposeAsync();
    }

    [Theory]
    [InlineData("responder")]
    [InlineData("responder:$LATEST")]
    [InlineData("arn%3Aaws-us-gov%3Alambda%3Aus-gov-west-1%3A111122223333%3Afunction%3Aresponder")]
    [InlineData("111122223333:function:responder")]
    public async Task A_function_is_invoked_by_name_or_arn(string name)
    {
        _rig.Deploy();

        using var answer = await InvokeAsync(name, """{"a":1}""");

        Assert.Equal("""{"a":1}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal("$LATEST", answer.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.False(answer.Headers.Contains("X-Amz-Function-Error"));
    }

    [Fact]
    public async Task A_function_error_is_status_200_with_a_header_and_the_log_tail_when_asked_for()
    {
        _rig.Deploy();

        using var answer = await InvokeAsync(
            "responder", """{"do":"throw","message":"no"}""", ("X-Amz-Log-Type", "Tail"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("Unhandled", answer.Headers.GetValues("X-Amz-Function-Error").Single());
        var tail = Encoding.UTF8.GetString(Convert.FromBase64String(answer.Headers.GetValues("X-Amz-Log-Result").Single()));
        Assert.Contains("REPORT RequestId: request-1", tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_accepted_before_it_has_run()
    {
        var function = _rig.Deploy();

        using var answer = await InvokeAsync("responder", """{"do":"log","text":"later"}""", ("X-Amz-Invocation-Type", "Event"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await function.Log.WaitForAsync(line => line.Text == "later", LambdaRig.Patience);
    }

    [Fact]
    public async Task An_event_that_fails_leaves_a_note_that_it_comes_again()
    {
        var function = _rig.Deploy();

        using var answer = await InvokeAsync("responder", """{"do":"throw","message":"no"}""", ("X-Amz-Invocation-Type", "Event"));

        var note = await function.Log.WaitForAsync(line => line.Source == LogSource.Note, LambdaRig.Patience);
        Assert.Contains("comes again at", note.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_only_checks()
    {
        var function = _rig.Deploy();

        using var answer = await InvokeAsync("responder", "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Empty(function.Log.Lines);
    }

    [Fact]
    public async Task An_event_that_is_no_json_is_refused()
    {
        _rig.Deploy();

        using var answer = await InvokeAsync("responder", "{");

        await AssertErrorAsync(answer, HttpStatusCode.BadRequest, "InvalidRequestContentException");
    }

    [Fact]
    public async Task An_event_over_6_MB_is_refused()
    {
        _rig.Deploy();

        using var answer = await InvokeAsync("responder", $"\"{new string('x', 6 * 1024 * 1024)}\"");

        await AssertErrorAsync(answer, HttpStatusCode.RequestEntityTooLarge, "RequestTooLargeException");
    }

    [Fact]
    public async Task A_caller_without_permission_is_denied()
    {
        _rig.Deploy();
        _rig.Access.DeniedActions.Add("lambda:InvokeFunction");

        using var answer = await InvokeAsync("responder", "{}");

        await AssertErrorAsync(answer, HttpStatusCode.Forbidden, "AccessDeniedException");
    }

    [Fact]
    public async Task Functions_can_be_listed_and_looked_at()
    {
        _rig.Deploy();

        var list = JsonNode.Parse(await _client.GetStringAsync(new Uri("", UriKind.Relative)))!;
        var one = JsonNode.Parse(await _client.GetStringAsync(new Uri("responder", UriKind.Relative)))!;
        var configuration = JsonNode.Parse(await _client.GetStringAsync(new Uri("responder/configuration", UriKind.Relative)))!;

        Assert.Equal("responder", (string?)list["Functions"]![0]!["FunctionName"]);
        Assert.True(JsonNode.DeepEquals(configuration, one["Configuration"]));
        Assert.Equal(("dotnet10", 30), ((string?)configuration["Runtime"], (int)configuration["Timeout"]!));
    }

    [Fact]
    public async Task Other_operations_are_refused_by_name()
    {
        using var answer = await _client.DeleteAsync(new Uri("responder", UriKind.Relative));

        await AssertErrorAsync(answer, HttpStatusCode.NotFound, "UnknownOperationException");
    }

    private static async Task ServeAsync(LambdaService service, HttpContext http)
    {
        var apiCall = new AwsCall("lambda", service.OperationOf(http.Request), LambdaRig.Administrator, "request-1");
        try
        {
            await service.HandleAsync(http, apiCall);
        }
        catch (AwsException e)
        {
            await service.WriteErrorAsync(http, e, apiCall.RequestId);
        }
    }

    private async Task<HttpResponseMessage> InvokeAsync(string function, string json, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"./{function}/invocations") { Content = new StringContent(json) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request);
    }

    private static async Task AssertErrorAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(code, answer.Headers.GetValues("x-amzn-ErrorType").Single());
        Assert.NotEmpty((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["Message"]!);
    }
}
