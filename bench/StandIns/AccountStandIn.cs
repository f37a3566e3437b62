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
    private LoopbackServer? _server;
    private TaskCompletionSource<long> _answered = New();

    private AccountStandIn()
    {
    }

    /// <summary>Value of <c>AWS_ENDPOINT_URL</c>.</summary>
    public Uri Endpoint => new($"http://127.0.0.1:{_server?.Port}");

    /// <summary>The <c>ResponseURL</c> of events.</summary>
    public Uri ResponseUrl => new(Endpoint, "/response");

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
        if (HttpMethods.IsPut(http.Request.Method))
        {
            _answered.TrySetResult(Stopwatch.GetTimestamp());
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "application/x-amz-json-1.1";
        await http.Response.WriteAsync("""{"__type":"ResourceNotFoundException","message":"It does not exist."}""");
    }

    private static TaskCompletionSource<long> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
