using System.Collections.Concurrent;
using Amazon.Lambda.RuntimeSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.Amazon.Lambda.Tests.RuntimeApi;

/// <summary>Lambda's Runtime API on a loopback port: hands out the events it was given and keeps what comes back.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly ConcurrentQueue<Event> _events = new();
    private readonly ConcurrentQueue<Report> _reports = new();
    private readonly CancellationTokenSource _drained = new();
    private readonly WebApplication _server;

    private FakeRuntimeApi()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/2018-06-01/runtime/invocation/next", NextAsync);
        _server.MapPost("/2018-06-01/runtime/{**path}", KeepAsync);
    }

    /// <summary>Status of the answer to everything a function sends.</summary>
    public int ReportStatus { get; set; } = StatusCodes.Status202Accepted;

    /// <summary>Body of the answer to everything a function sends.</summary>
    public string ReportAnswer { get; set; } = """{"status":"OK"}""";

    /// <summary>Status of the answer to a function that asks for an event.</summary>
    public int NextStatus { get; set; } = StatusCodes.Status200OK;

    public IReadOnlyList<Report> Reports => [.. _reports];

    public int Polls { get; private set; }

    public string Endpoint => new Uri(_server.Urls.Single()).Authority;

    public static async Task<FakeRuntimeApi> StartAsync(params Event[] events)
    {
        var api = new FakeRuntimeApi();
        foreach (var waiting in events)
        {
            api._events.Enqueue(waiting);
        }

        await api._server.StartAsync();
        return api;
    }

    /// <summary>Runs a function against this API until no event is left.</summary>
    public async Task ServeAsync(LambdaBootstrapBuilder function)
    {
        using var bootstrap = function.ConfigureOptions(options => options.RuntimeApiEndpoint = Endpoint).Build();
        await bootstrap.RunAsync(_drained.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _drained.Dispose();
    }

    private async Task NextAsync(HttpContext http)
    {
        Polls++;
        http.Response.StatusCode = NextStatus;
        if (!_events.TryDequeue(out var waiting))
        {
            // As Lambda does with an idle function, there is no answer; the test's function ends by its token.
            await _drained.CancelAsync();
            http.Abort();
            return;
        }

        foreach (var (name, value) in waiting.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(waiting.Body);
    }

    private async Task KeepAsync(HttpContext http, string path)
    {
        using var reader = new StreamReader(http.Request.Body);
        _reports.Enqueue(new Report(
            path,
            await reader.ReadToEndAsync(),
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        http.Response.StatusCode = ReportStatus;
        await http.Response.WriteAsync(ReportAnswer);
    }
}
