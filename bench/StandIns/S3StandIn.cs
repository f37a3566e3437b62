using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Bench.StandIns;

/// <summary>GetObject as S3 answers it, as fast as this process can, and counted.</summary>
public sealed class S3StandIn : IAsyncDisposable
{
    public const string Bucket = "crl-bucket";

    private readonly ConcurrentDictionary<string, (byte[] Bytes, string ETag)> _objects = new();
    private IAsyncDisposable? _server;
    private int _requests;

    private S3StandIn()
    {
    }

    /// <summary>Value of <c>AWS_ENDPOINT_URL</c>.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Requests so far.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <param name="certificate">Serves over TLS with it; null for plain HTTP.</param>
    public static async Task<S3StandIn> StartAsync(X509Certificate2? certificate, CancellationToken cancellationToken)
    {
        S3StandIn? standIn = null;
        Task HandleAsync(HttpContext http) => standIn!.AnswerAsync(http);
        if (certificate is null)
        {
            var server = await LoopbackServer.StartAsync(0, HandleAsync, cancellationToken: cancellationToken);
            return standIn = new S3StandIn { Endpoint = new Uri($"http://127.0.0.1:{server.Port}"), _server = server };
        }

        var secure = await SecureLoopbackServer.StartAsync(certificate, HandleAsync, cancellationToken);
        return standIn = new S3StandIn { Endpoint = secure.Address, _server = secure };
    }

    public void Put(string key, byte[] bytes) => _objects[$"/{Bucket}/{key}"] = (bytes, $"\"{Md5(bytes)}\"");

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _requests);
        var (request, response) = (http.Request, http.Response);
        response.Headers["x-amz-request-id"] = "TX276G6ACYK4SPDG";
        if (!HttpMethods.IsGet(request.Method) || !_objects.TryGetValue(request.Path.Value ?? "", out var stored))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            response.ContentType = "application/xml";
            return response.WriteAsync(
                "<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>");
        }

        response.Headers.ETag = stored.ETag;
        response.Headers.LastModified = "Sat, 21 Nov 2026 12:00:00 GMT";
        if (request.Headers.IfNoneMatch == stored.ETag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.Headers.AcceptRanges = "bytes";
        response.ContentType = "binary/octet-stream";
        response.ContentLength = stored.Bytes.Length;
        return response.Body.WriteAsync(stored.Bytes).AsTask();
    }

#pragma warning disable CA5351 // S3 defines the entity tag of a plain object as its MD5; nothing here is secret
    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
