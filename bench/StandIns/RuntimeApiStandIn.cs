using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Bench.StandIns;

/// <summary>The Lambda Runtime API of one function process, with a stopwatch.</summary>
public sealed class RuntimeApiStandIn : IAsyncDisposable
{
    /// <summary>Largest answer that is taken, in bytes: what Lambda takes of a synchronous invocation.</summary>
    private const int MaxAnswerBytes = 6 * 1024 * 1024;

    private readonly Channel<Invocation> _waiting = Channel.CreateUnbounded<Invocation>();
    private readonly byte[] _body = new byte[MaxAnswerBytes];
    private Invocation? _current;
    private LoopbackServer? _server;

    private RuntimeApiStandIn()
    {
    }

    /// <summary>Value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string HostAndPort => $"127.0.0.1:{_server?.Port}";

    public static async Task<RuntimeApiStandIn> StartAsync(CancellationToken cancellationToken)
    {
        var standIn = new RuntimeApiStandIn();
        standIn._server = await LoopbackServer.StartAsync(
            0,
            standIn.HandleAsync,
            (options, _) =>
            {
                options.Limits.MaxRequestBodySize = MaxAnswerBytes;
                options.Limits.MinRequestBodyDataRate = null;
            },
            cancellationToken);
        return standIn;
    }

    /// <summary>Hands an event to the function as soon as it asks for one, and waits for what it answers.</summary>
    /// <exception cref="FunctionFailedException">The function reported an error.</exception>
    public Task<FunctionAnswer> InvokeAsync(ReadOnlyMemory<byte> payload)
    {
        var invocation = new Invocation(payload);
        _waiting.Writer.TryWrite(invocation);
        return invocation.Answer.Task;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task HandleAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/2018-06-01/runtime/invocation/next" => NextAsync(http),
        { } path when path.EndsWith("/response", StringComparison.Ordinal) => AnswerAsync(http),
        _ => FailAsync(http),
    };

    private async Task NextAsync(HttpContext http)
    {
        _current = await _waiting.Reader.ReadAsync(http.RequestAborted);
        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = Guid.NewGuid().ToString();
        headers["Lambda-Runtime-Deadline-Ms"] =
            DateTimeOffset.UtcNow.AddSeconds(10).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:111122223333:function:bench";
        headers["Lambda-Runtime-Trace-Id"] = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0";
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = _current.Payload.Length;
        _current.HandedOver = Stopwatch.GetTimestamp();
        await http.Response.Body.WriteAsync(_current.Payload, http.RequestAborted);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var length = await ReadBodyAsync(http);
        var answered = Stopwatch.GetTimestamp();
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        var invocation = _current!;
        http.Response.OnCompleted(() =>
        {
            invocation.Answer.TrySetResult(
                new FunctionAnswer(invocation.HandedOver, answered, _body.AsMemory(0, length)));
            return Task.CompletedTask;
        });
    }

    /// <summary>Everything else is the report of an error, of the invocation or of the start.</summary>
    private async Task FailAsync(HttpContext http)
    {
        var text = Encoding.UTF8.GetString(_body, 0, await ReadBodyAsync(http));
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        var failure = new FunctionFailedException($"The function reported to {http.Request.Path}: {text}");
        var invocation = _current ?? await _waiting.Reader.ReadAsync(http.RequestAborted);
        invocation.Answer.TrySetException(failure);
    }

    private async Task<int> ReadBodyAsync(HttpContext http)
    {
        var length = 0;
        while (await http.Request.Body.ReadAsync(_body.AsMemory(length), http.RequestAborted) is > 0 and var read)
        {
            length += read;
        }

        return length;
    }

    private sealed class Invocation(ReadOnlyMemory<byte> payload)
    {
        public ReadOnlyMemory<byte> Payload => payload;

        public long HandedOver { get; set; }

        public TaskCompletionSource<FunctionAnswer> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
