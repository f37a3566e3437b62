using System.Collections.Concurrent;
using Amazon;
using Amazon.ACMPCA;
using Amazon.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.AWSSDK.ACMPCA.Tests.PrivateCa;

/// <summary>The service on a loopback port: gives the answers it was told to, in their order, and keeps the calls.</summary>
internal sealed class FakePrivateCa : IAsyncDisposable
{
    public const string RequestId = "4fdd6a13-0a4a-4a8b-9d4a-000000000001";

    private readonly ConcurrentQueue<(int Status, string Body)> _answers;
    private readonly ConcurrentQueue<Call> _calls = new();
    private readonly WebApplication _server;

    private FakePrivateCa(IEnumerable<(int Status, string Body)> answers)
    {
        _answers = new ConcurrentQueue<(int, string)>(answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public IReadOnlyList<Call> Calls => [.. _calls];

    public static Task<FakePrivateCa> AnsweringAsync(params string[] bodies) =>
        StartAsync(bodies.Select(body => (StatusCodes.Status200OK, body)));

    public static Task<FakePrivateCa> FailingAsync(int status, string body) => StartAsync([(status, body)]);

    public AmazonACMPCAClient Client() => new(
        new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session"),
        new AmazonACMPCAConfig
        {
            ServiceURL = _server.Urls.Single(),
            AuthenticationRegion = RegionEndpoint.USGovCloudWest1.SystemName,
            MaxErrorRetry = 0,
        });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<FakePrivateCa> StartAsync(IEnumerable<(int Status, string Body)> answers)
    {
        var service = new FakePrivateCa(answers);
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

        _answers.TryDequeue(out var answer);
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "application/x-amz-json-1.1";
        http.Response.Headers["x-amzn-RequestId"] = RequestId;
        await http.Response.WriteAsync(answer.Body);
    }
}
