using System.Globalization;
using Infra.Local.Network;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Runtime;

/// <summary>The Runtime API of one execution environment (Lambda developer guide, "Using the Lambda runtime API").</summary>
public sealed class RuntimeApi : IAsyncDisposable
{
    private const string Base = "/2018-06-01/runtime/";
    private readonly RuntimeExchange _exchange;
    private readonly string _functionArn;
    private LoopbackServer? _server;

    private RuntimeApi(RuntimeExchange exchange, string functionArn) => (_exchange, _functionArn) = (exchange, functionArn);

    /// <summary>Value of <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string HostAndPort => $"127.0.0.1:{_server?.Port}";

    public static async Task<RuntimeApi> StartAsync(RuntimeExchange exchange, string functionArn, CancellationToken cancellationToken)
    {
        var api = new RuntimeApi(exchange, functionArn);
        api._server = await LoopbackServer.StartAsync(0, api.HandleAsync, (options, _) =>
        {
            // The size is checked here, so that a function learns of it in the API's own words.
            options.Limits.MaxRequestBodySize = null;
            options.Limits.MinRequestBodyDataRate = null;
        }, cancellationToken);
        return api;
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    private Task HandleAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        var parts = path.StartsWith(Base, StringComparison.Ordinal) ? path[Base.Length..].Split('/') : [];
        return (http.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(http),
            ("POST", ["invocation", var id, "response"]) => ResponseAsync(http, id),
            ("POST", ["invocation", var id, "error"]) => ErrorAsync(http, id),
            ("POST", ["init", "error"]) => InitErrorAsync(http),
            _ => RuntimeApiWriter.WriteErrorAsync(http, 404, "NotFound", $"{http.Request.Method} {path} is not part of the Runtime API."),
        };
    }

    private async Task NextAsync(HttpContext http)
    {
        if (await _exchange.NextAsync(http.RequestAborted) is not { } invocation)
        {
            await RuntimeApiWriter.WriteAsync(http, RuntimeAnswer.WrongState);
            return;
        }

        var headers = http.Response.Headers;
        headers["Lambda-Runtime-Aws-Request-Id"] = invocation.RequestId;
        headers["Lambda-Runtime-Invocation-Id"] = invocation.InvocationId;
        headers["Lambda-Runtime-Deadline-Ms"] =
            invocation.Deadline.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        headers["Lambda-Runtime-Invoked-Function-Arn"] = _functionArn;
        headers["Lambda-Runtime-Trace-Id"] = invocation.TraceId;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = invocation.Payload.Length;
        await http.Response.Body.WriteAsync(invocation.Payload, http.RequestAborted);
    }

    private async Task ResponseAsync(HttpContext http, string requestId)
    {
        if (await RuntimeApiBody.ReadAsync(http.Request, LambdaLimits.MaxResponseBytes) is { } body)
        {
            await AnswerAsync(http, requestId, new InvocationResult(body, null));
            return;
        }

        var message = $"Response payload size exceeded maximum allowed payload size ({LambdaLimits.MaxResponseBytes} bytes).";
        var error = LambdaErrors.Document("Function.ResponseSizeTooLarge", message);
        _exchange.Answer(requestId, InvocationIdOf(http), new InvocationResult(error, LambdaErrors.Unhandled));
        await RuntimeApiWriter.WriteErrorAsync(http, 413, "RequestEntityTooLarge", message);
    }

    private async Task ErrorAsync(HttpContext http, string requestId)
    {
        var body = await RuntimeApiBody.ReadErrorAsync(http.Request);
        await AnswerAsync(http, requestId, new InvocationResult(body, LambdaErrors.Unhandled));
    }

    private async Task InitErrorAsync(HttpContext http)
    {
        var body = await RuntimeApiBody.ReadErrorAsync(http.Request);
        await RuntimeApiWriter.WriteAsync(http, _exchange.FailInitialization(body));
    }

    private Task AnswerAsync(HttpContext http, string requestId, InvocationResult result) =>
        RuntimeApiWriter.WriteAsync(http, _exchange.Answer(requestId, InvocationIdOf(http), result));

    private static string? InvocationIdOf(HttpContext http) =>
        http.Request.Headers["Lambda-Runtime-Invocation-Id"].ToString() is { Length: > 0 } id ? id : null;
}
