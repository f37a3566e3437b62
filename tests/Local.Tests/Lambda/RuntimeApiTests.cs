using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Infra.Local.Lambda;
using Infra.Local.Lambda.Runtime;

namespace Infra.Local.Tests.Lambda;

public sealed class RuntimeApiTests : IAsyncLifetime, IDisposable
{
    private readonly RuntimeExchange _exchange = new();
    private readonly HttpClient _runtime = new();
    private RuntimeApi? _api;

    public async Task InitializeAsync()
    {
        _api = await RuntimeApi.StartAsync(_exchange, "arn:aws:lambda:us-east-1:111122223333:function:responder", default);
        _runtime.BaseAddress = new Uri($"http://{_api.HostAndPort}/2018-06-01/runtime/");
    }

    public void Dispose() => _runtime.Dispose();

    public async Task DisposeAsync()
    {
        await _api!.DisposeAsync();
    }

    [Fact]
    public async Task An_invocation_comes_with_its_headers_and_a_response_is_accepted()
    {
        var invocation = Offer();

        using var next = await NextAsync();
        var (status, _) = await PostAsync($"invocation/{invocation.RequestId}/response", "answer");

        Assert.Equal("event", await next.Content.ReadAsStringAsync());
        Assert.Equal(invocation.RequestId, next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single());
        Assert.Equal(
            $"{invocation.Deadline.ToUnixTimeMilliseconds()}", next.Headers.GetValues("Lambda-Runtime-Deadline-Ms").Single());
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal("answer", Encoding.UTF8.GetString((await invocation.Answered).Payload.Span));
    }

    [Fact]
    public async Task An_answer_to_an_unknown_request_is_a_bad_request()
    {
        Offer();
        using var next = await NextAsync();

        var answer = await PostAsync("invocation/other/response", "answer");

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidRequestID"), answer);
    }

    [Fact]
    public async Task An_echoed_invocation_id_must_be_the_one_of_the_request()
    {
        var invocation = Offer();
        using var next = await NextAsync();
        var id = next.Headers.GetValues("Lambda-Runtime-Invocation-Id").Single();

        var wrong = await PostAsync($"invocation/{invocation.RequestId}/response", "answer", "stale");
        var right = await PostAsync($"invocation/{invocation.RequestId}/response", "answer", id);

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidInvocationId"), wrong);
        Assert.Equal(HttpStatusCode.Accepted, right.Status);
    }

    [Fact]
    public async Task An_invocation_is_answered_once()
    {
        var invocation = Offer();
        using var next = await NextAsync();
        await PostAsync($"invocation/{invocation.RequestId}/error", """{"errorMessage":"first"}""");

        var second = await PostAsync($"invocation/{invocation.RequestId}/response", "answer");

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidStateTransition"), second);
        Assert.Equal("Unhandled", (await invocation.Answered).FunctionError);
    }

    [Fact]
    public async Task The_next_invocation_is_not_given_before_the_last_is_answered()
    {
        Offer();
        using var first = await NextAsync();
        Offer();

        using var second = await NextAsync();

        Assert.Equal(HttpStatusCode.Forbidden, second.StatusCode);
    }

    [Fact]
    public async Task A_response_over_6_MB_is_refused_and_becomes_an_error()
    {
        var invocation = Offer();
        using var next = await NextAsync();

        var (status, type) = await PostAsync(
            $"invocation/{invocation.RequestId}/response", new string('x', LambdaLimits.MaxResponseBytes + 1));

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "RequestEntityTooLarge"), (status, type));
        Assert.Equal("Unhandled", (await invocation.Answered).FunctionError);
    }

    [Fact]
    public async Task An_error_without_a_document_gets_one_from_its_type()
    {
        var invocation = Offer();
        using var next = await NextAsync();
        using var error = new HttpRequestMessage(HttpMethod.Post, $"invocation/{invocation.RequestId}/error");
        error.Headers.Add("Lambda-Runtime-Function-Error-Type", "Runtime.NoSuchHandler");

        using var answer = await _runtime.SendAsync(error);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var document = JsonNode.Parse((await invocation.Answered).Payload.Span)!;
        Assert.Equal("Runtime.NoSuchHandler", (string?)document["errorType"]);
    }

    [Fact]
    public async Task An_initialization_error_is_accepted_only_before_the_first_invocation()
    {
        var early = await PostAsync("init/error", "{}");
        Offer();
        using var next = await NextAsync();
        var late = await PostAsync("init/error", "{}");

        Assert.Equal(HttpStatusCode.Accepted, early.Status);
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
    }

    [Fact]
    public async Task Anything_else_is_not_part_of_the_api()
    {
        var (status, _) = await PostAsync("restore/next", "");

        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    private PendingInvocation Offer()
    {
        var invocation = new PendingInvocation(Guid.NewGuid().ToString(), "event"u8.ToArray(), TimeSpan.FromSeconds(3));
        _exchange.Offer(invocation);
        return invocation;
    }

    private Task<HttpResponseMessage> NextAsync() => _runtime.GetAsync(new Uri("invocation/next", UriKind.Relative));

    private async Task<(HttpStatusCode Status, string? ErrorType)> PostAsync(string path, string body, string? invocationId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        if (invocationId is not null)
        {
            request.Headers.Add("Lambda-Runtime-Invocation-Id", invocationId);
        }

        using var answer = await _runtime.SendAsync(request);
        return (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errorType"]);
    }
}
