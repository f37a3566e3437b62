using System.Net;
using Infra.Local.LoadBalancing.Requests;
using Infra.Local.LoadBalancing.Responses;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.LoadBalancing;

/// <summary>Answers the requests that reach one load balancer.</summary>
internal sealed class ListenerRequests(
    LoadBalancer loadBalancer, TargetGroups targetGroups, FunctionTarget target, Action<AccessLogEntry> log)
{
    /// <summary>Not sent: the client has gone. Only in the access log (Application Load Balancers guide, "HTTP 460").</summary>
    private const int ClientClosedConnection = 460;

    public async Task HandleAsync(HttpContext http)
    {
        if (loadBalancer.Listener is not { } listener)
        {
            http.Abort();
            return;
        }

        try
        {
            var answer = await AnswerAsync(http, listener);
            await AnswerWriter.WriteAsync(http, answer);
            Log(http, answer);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            Log(http, Answers.Error(ClientClosedConnection));
        }
    }

    private async Task<Answer> AnswerAsync(HttpContext http, Listener listener)
    {
        var rawTarget = RequestReader.RawTargetOf(http);
        var sent = RequestReader.HeadersOf(http);
        if (RequestLimits.Refusal(http.Request.Method, rawTarget, sent) is { } refusal)
        {
            return Answers.Error(refusal);
        }

        return listener.Action switch
        {
            ListenerAction.FixedResponse action => Answers.Fixed(action.StatusCode, action.ContentType, action.Body),
            ListenerAction.Forward action => await ForwardAsync(http, listener.Port, rawTarget, sent, action.TargetGroupArn),
            var other => throw new InvalidOperationException($"Listener {listener.Arn} has an unknown action {other}."),
        };
    }

    private async Task<Answer> ForwardAsync(
        HttpContext http, int port, string rawTarget, IReadOnlyList<KeyValuePair<string, string>> sent, string targetGroupArn)
    {
        if (await RequestReader.BodyOfAsync(http) is not { } body)
        {
            // The rest of the body is not worth reading.
            http.Response.Headers.Connection = "close";
            return Answers.Error(413);
        }

        var headers = ForwardedHeaders.From(
            sent, ClientOf(http), port, loadBalancer.Settings.Attributes, DateTimeOffset.UtcNow);
        var request = new ClientRequest(http.Request.Method, RequestTarget.Parse(rawTarget), headers, body);
        return await target.AskAsync(targetGroups.Get(targetGroupArn).Settings, targetGroupArn, request, http.RequestAborted);
    }

    private void Log(HttpContext http, Answer answer) => log(new AccessLogEntry(
        DateTimeOffset.UtcNow,
        loadBalancer.Settings.Name,
        ClientOf(http).ToString(),
        http.Request.Method,
        RequestReader.RawTargetOf(http),
        answer.StatusCode,
        answer.ErrorReason,
        answer.ErrorDetail));

    private static IPAddress ClientOf(HttpContext http) => http.Connection.RemoteIpAddress ?? IPAddress.Loopback;
}
