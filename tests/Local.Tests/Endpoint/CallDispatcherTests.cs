using System.Net;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Tests.Endpoint;

public sealed class CallDispatcherTests : IAsyncLifetime, IDisposable
{
    private readonly FaultPlan _faults = new();
    private readonly EchoService _echo = new();
    private readonly HttpClient _client = new();
    private LoopbackServer? _server;

    public async Task InitializeAsync()
    {
        var dispatcher = new CallDispatcher(
            [_echo],
            key => key is null ? new Principal.Anonymous() : new Principal.Role(key, "111122223333"),
            _faults);
        _server = await LoopbackServer.StartAsync(0, dispatcher.HandleAsync);
        _client.BaseAddress = new Uri($"http://127.0.0.1:{_server.Port}");
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task A_call_reaches_its_service_in_the_name_of_its_signer()
    {
        using var answer = await SendAsync("AKIAEXAMPLE", "echo");

        Assert.Equal("Echo by AKIAEXAMPLE", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_presigned_url_counts_as_signed()
    {
        var body = await _client.GetStringAsync(
            new Uri("/?X-Amz-Credential=AKIAURL%2F20261121%2Fus-east-1%2Fecho%2Faws4_request", UriKind.Relative));

        Assert.Equal("Echo by AKIAURL", body);
    }

    [Fact]
    public async Task A_service_that_is_not_emulated_is_named_in_the_refusal()
    {
        using var answer = await SendAsync("AKIAEXAMPLE", "quantum");

        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Contains("'quantum'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_planned_error_is_answered_and_nothing_happens()
    {
        _faults.Add(new Fault("echo", "Echo", FaultKind.Throttle) { Times = 1 });

        using var failed = await SendAsync("AKIAEXAMPLE", "echo");
        using var worked = await SendAsync("AKIAEXAMPLE", "echo");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (failed.StatusCode, worked.StatusCode));
        Assert.Equal(1, _echo.Effects);
    }

    [Fact]
    public async Task A_lost_answer_takes_effect_but_is_never_seen()
    {
        _faults.Add(new Fault("echo", "Echo", FaultKind.LostAnswer) { Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("AKIAEXAMPLE", "echo"));

        Assert.Equal(1, _echo.Effects);
    }

    [Fact]
    public async Task A_timeout_has_no_effect_and_no_answer()
    {
        _faults.Add(new Fault("echo", "Echo", FaultKind.Timeout) { Times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("AKIAEXAMPLE", "echo"));

        Assert.Equal(0, _echo.Effects);
    }

    private Task<HttpResponseMessage> SendAsync(string accessKeyId, string service)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20261121/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=00");
        return _client.SendAsync(request);
    }

    private sealed class EchoService : IAwsService
    {
        public int Effects { get; private set; }

        public string SigningName => "echo";

        public string OperationOf(HttpRequest request) => "Echo";

        public Task HandleAsync(HttpContext http, AwsCall apiCall)
        {
            Effects++;
            return http.Response.WriteAsync($"{apiCall.Operation} by {((Principal.Role)apiCall.Principal).Arn}");
        }

        public Task WriteErrorAsync(HttpContext http, AwsException failure, string requestId) =>
            AwsJson.WriteErrorAsync(http, failure, requestId);
    }
}
