using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Infra.AwsClient.Tests;

/// <summary>A service on a loopback port: gives the answers it was told to, in their order, and keeps the calls.</summary>
internal sealed class FakeService : IAsyncDisposable
{
    public const string RequestId = "4fdd6a13-0a4a-4a8b-9d4a-000000000001";

    private readonly ConcurrentQueue<Answer> _answers;
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly WebApplication _server;

    private FakeService(IEnumerable<Answer> answers)
    {
        _answers = new ConcurrentQueue<Answer>(answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public string Url => _server.Urls.Single();

    public static Task<FakeService> AnsweringAsync(params string[] bodies) =>
        StartAsync(bodies.Select(body => new Answer(StatusCodes.Status200OK, body)));

    public static Task<FakeService> FailingAsync(int status, string body, string? errorType = null) =>
        StartAsync([new Answer(status, body, errorType)]);

    public static async Task<FakeService> StartAsync(params IEnumerable<Answer> answers)
    {
        var service = new FakeService(answers);
        await service._server.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        _calls.Enqueue(new Call(
            http.Request.Method,
            http.Request.Path,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));

        // A call that no answer was given for is answered as a fault, so that the test fails on it.
        var answer = _answers.TryDequeue(out var next) ? next : new Answer(StatusCodes.Status500InternalServerError, "");
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.RequestId is not null)
        {
            http.Response.Headers["x-amzn-RequestId"] = answer.RequestId;
        }

        if (answer.ErrorType is not null)
        {
            http.Response.Headers["x-amzn-ErrorType"] = answer.ErrorType;
        }

        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(answer.Body);
    }
}
