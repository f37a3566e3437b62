using System.Text;
using System.Text.Json;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.CustomResources;

public sealed class HttpAnswerChannelTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = new();
    private readonly FakeTime _time = new();
    private readonly List<(string Method, string Target, string? ContentType, long? Length, string Body)> _received = [];
    private readonly Queue<Func<HttpContext, Task>> _answers = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task An_answer_is_one_PUT_without_content_type_and_with_its_length()
    {
        await using var server = await StartAsync();

        var delivery = await SendAsync(server);

        Assert.IsType<Delivery.Delivered>(delivery);
        var (method, target, contentType, length, body) = Assert.Single(_received);
        Assert.Equal("PUT", method);
        Assert.Equal("/answer?X-Amz-Signature=a%2Fb%3D", target);
        Assert.Null(contentType);
        Assert.Equal(Encoding.UTF8.GetByteCount(body), length);
        Assert.Equal("SUCCESS", JsonDocument.Parse(body).RootElement.GetProperty("Status").GetString());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        _answers.Enqueue(context => Status(context, status));
        _answers.Enqueue(context => Status(context, status));
        await using var server = await StartAsync();

        var delivery = await SendAsync(server);

        Assert.IsType<Delivery.Delivered>(delivery);
        Assert.Equal(3, _received.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_tried_again()
    {
        _answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        await using var server = await StartAsync();

        Assert.IsType<Delivery.Delivered>(await SendAsync(server));
    }

    [Fact]
    public async Task A_URL_that_has_expired_is_not_tried_again()
    {
        _answers.Enqueue(context => Status(context, 403));
        await using var server = await StartAsync();

        Assert.Equal(new Delivery.Refused(403), await SendAsync(server));
        Assert.Single(_received);
    }

    [Fact]
    public async Task Attempts_are_bounded()
    {
        for (var i = 0; i < 100; i++)
        {
            _answers.Enqueue(context => Status(context, 500));
        }

        await using var server = await StartAsync();

        var lost = Assert.IsType<Delivery.Lost>(await SendAsync(server));

        Assert.Equal(HttpAnswerChannel.MaxAttempts, _received.Count);
        Assert.Contains("500", lost.LastProblem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_sent_when_no_time_is_left()
    {
        await using var server = await StartAsync();

        Assert.IsType<Delivery.Lost>(await SendAsync(server, TimeSpan.Zero));
        Assert.Empty(_received);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_no_exception_and_keeps_the_URL_secret()
    {
        var server = await StartAsync();
        var url = server.Url;
        await server.DisposeAsync();

        var lost = Assert.IsType<Delivery.Lost>(await SendAsync(url, Minute));

        Assert.DoesNotContain("Signature", lost.LastProblem, StringComparison.Ordinal);
        Assert.DoesNotContain(url.Host, lost.LastProblem, StringComparison.Ordinal);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private Task<LoopbackServer> StartAsync() => LoopbackServer.StartAsync(async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var request = context.Request;
        var contentType = request.Headers.TryGetValue("Content-Type", out var type) ? type.ToString() : null;
        _received.Add((request.Method, request.Path + request.QueryString, contentType, request.ContentLength, body));
        if (_answers.TryDequeue(out var answer))
        {
            await answer(context);
        }
    });

    private Task<Delivery> SendAsync(LoopbackServer server, TimeSpan? within = null) => SendAsync(server.Url, within ?? Minute);

    private Task<Delivery> SendAsync(Uri server, TimeSpan within)
    {
        var address = Some.Address() with { ResponseUrl = new Uri(server, "/answer?X-Amz-Signature=a%2Fb%3D") };
        var answer = new CustomResourceAnswer(address, Succeeded: true, "id", null, new Dictionary<string, string>());
        return new HttpAnswerChannel(_http, _time).SendAsync(answer, within);
    }
}
