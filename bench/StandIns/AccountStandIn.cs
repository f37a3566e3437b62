using System.Diagnostics;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Bench.StandIns;

/// <summary>
/// What a custom resource's function talks to: an AWS service that knows none of the things it is asked about, and the
/// address where CloudFormation listens for the answer.
/// </summary>
public sealed class AccountStandIn : IAsyncDisposable
{
    /// <summary>In the bucket of the benchmarks' Region, the only place that functions answer to.</summary>
    private const string ResponsePath = "/cloudformation-custom-resource-response-useast1/response";

    private LoopbackServer? _server;
    private TaskCompletionSource<long> _answered = New();

    private AccountStandIn()
    {
    }

    /// <summary>Value of <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_server?.Port}");

    /// <summary>The <c>ResponseURL</c> of events.</summary>
    public Uri ResponseUrl => new(Endpoint, ResponsePath);

    public static async Task<AccountStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var standIn = new AccountStandIn();
        standIn._server = await LoopbackServer.StartAsync(0, standIn.AnswerAsync, cancellationToken: cancellationToken);
        return standIn;
    }

    /// <summary>Completes with the timestamp of the next answer to CloudFormation.</summary>
    public Task<long> NextAnswerAsync()
    {
        _answered = New();
        return _answered.Task;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task AnswerAsync(HttpContext http)
    {
        await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        if (http.Request.Path == ResponsePath)
        {
            _answered.TrySetResult(Stopwatch.GetTimestamp());
            return;
        }

        await (http.Request.Headers["X-Amz-Target"].ToString() is { Length: > 0 } target
            ? RefuseAsync(http.Response, target)
            : AnswerAsS3Async(http));
    }

    /// <summary>Each service has an error of its own for what it does not know.</summary>
    private static Task RefuseAsync(HttpResponse response, string target)
    {
        var error = target.StartsWith("DirectoryService", StringComparison.Ordinal)
            ? "EntityDoesNotExistException"
            : "ResourceNotFoundException";
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = "application/x-amz-json-1.1";
        return response.WriteAsync($$"""{"__type":"{{error}}","message":"It does not exist."}""");
    }

    /// <summary>A bucket in which nothing ever is, although everything can be put there.</summary>
    private static Task AnswerAsS3Async(HttpContext http)
    {
        var response = http.Response;
        response.Headers["x-amz-request-id"] = "TX276G6ACYK4SPDG";
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            response.Headers.ETag = "\"d41d8cd98f00b204e9800998ecf8427e\"";
            return Task.CompletedTask;
        }

        response.ContentType = "application/xml";
        if (http.Request.Query.ContainsKey("versions"))
        {
            return response.WriteAsync("<ListVersionsResult><IsTruncated>false</IsTruncated></ListVersionsResult>");
        }

        if (http.Request.Query.ContainsKey("list-type"))
        {
            return response.WriteAsync("<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>");
        }

        response.StatusCode = StatusCodes.Status404NotFound;
        return response.WriteAsync("<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message></Error>");
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
