using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.AwsJson.Tests;

/// <summary>A service on a loopback port: gives the answers it was told to, in their order, and keeps the calls.</summary>
internal sealed class FakeJsonService : IAsyncDisposable
{
    public const string RequestId = "4fdd6a13-0a4a-4a8b-9d4a-000000000001";

    private readonly ConcurrentQueue<Answer> _answers;
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly WebApplication _server;

    private FakeJsonService(IEnumerable<Answer> answers)
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

    public static Task<FakeJsonService> AnsweringAsync(params string[] bodies) =>
        StartAsync(bodies.Select(body => new Answer(StatusCodes.Status200OK, body)));

    public static Task<FakeJsonService> FailingAsync(int status, string body, string? errorType = null) =>
        StartAsync([new Answer(status, body, errorType)]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<FakeJsonService> StartAsync(IEnumerable<Answer> answers)
    {
        var service = new FakeJsonService(answers);
        await service._server.StartAsync();
        return service;
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        _calls.Enqueue(new Call(
            http.Request.Method,
            http.Request.Path,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync()));

        // A call that no answer was given for is answered as a fault, so that the test fails on it.
        var answer = _answers.TryDequeue(out var next) ? next : new Answer(StatusCodes.Status500InternalServerError, "");
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/x-amz-json-1.1";
        http.Response.Headers["x-amzn-RequestId"] = RequestId;
        if (answer.ErrorType is not null)
        {
            http.Response.Headers["x-amzn-ErrorType"] = answer.ErrorType;
        }

        await http.Response.WriteAsync(answer.Body);
    }
}
