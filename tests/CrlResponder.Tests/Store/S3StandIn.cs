using System.Net;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Infra.CrlResponder.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Infra.CrlResponder.Tests.Store;

/// <summary>An HTTP server that answers as S3 does, with what the test tells it to.</summary>
internal sealed class S3StandIn : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Func<HttpContext, Task> _answer;

    private S3StandIn(Func<HttpContext, Task> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Method, path and query of every request, in order.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<S3StandIn> StartAsync(Func<HttpContext, Task> answer)
    {
        var standIn = new S3StandIn(answer);
        await standIn._server.StartAsync();
        return standIn;
    }

    public AmazonS3Client Client(TimeSpan? attemptTimeout = null, int retries = 0) => new(
        new BasicAWSCredentials("id", "secret"),
        new AmazonS3Config
        {
            ServiceURL = _server.Urls.Single(),
            AuthenticationRegion = "us-gov-west-1",
            Timeout = attemptTimeout ?? TimeSpan.FromSeconds(30),
            MaxErrorRetry = retries,
            HttpClientFactory = new OneThreadHttpClientFactory(),
        });

    public static string ETag(byte[] bytes) => $"\"{Convert.ToHexStringLower(MD5OfS3(bytes))}\"";

    /// <summary>Sends an object, or 304 when the client has it.</summary>
    public static Task SendAsync(HttpContext context, byte[] bytes, string? etag = null)
    {
        etag ??= ETag(bytes);
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.Headers.ETag = etag;
        context.Response.Headers.LastModified = "Sat, 21 Nov 2026 12:00:00 GMT";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes).AsTask();
    }

    public static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync($"<Error><Code>{code}</Code><Message>no</Message></Error>");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        Requests.Add($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}");
        return _answer(context);
    }

#pragma warning disable CA5351 // S3 defines the entity tag of a plain object as its MD5; nothing here is secret
    private static byte[] MD5OfS3(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
