using System.Text;
using System.Text.Json;
using Infra.Local.Endpoint;
using Infra.Local.Lambda.Logging;
using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Api;

/// <summary>The <c>Invoke</c> operation.</summary>
internal sealed class InvokeOperation(Functions functions)
{
    /// <summary>What <c>LogType: Tail</c> gives, in bytes before base64 (API reference, "Invoke").</summary>
    private const int TailBytes = 4096;

    public async Task HandleAsync(HttpContext http, AwsCall apiCall, string function)
    {
        var payload = await ReadAsync(http);
        switch (http.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "Event":
                functions.Events.Add(function, payload, apiCall.Principal, apiCall.RequestId);
                http.Response.StatusCode = 202;
                return;
            case "DryRun":
                functions.DemandInvoke(function, apiCall.Principal);
                http.Response.StatusCode = 204;
                return;
            default:
                var result = await functions.InvokeAsync(
                    function, payload, apiCall.Principal, apiCall.RequestId, http.RequestAborted);
                await WriteAsync(http, result, TailFor(http, apiCall, function));
                return;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext http)
    {
        if (await Runtime.RuntimeApiBody.ReadAsync(http.Request, LambdaLimits.MaxRequestBytes) is not { } payload)
        {
            throw new AwsException(
                "RequestTooLargeException",
                $"The event must be at most {LambdaLimits.MaxRequestBytes} bytes. Put the data into S3 and send its key.",
                413);
        }

        if (payload.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            using var document = JsonDocument.Parse(payload);
            return payload;
        }
        catch (JsonException e)
        {
            throw new AwsException("InvalidRequestContentException", $"Could not parse request body into json: {e.Message}");
        }
    }

    private string? TailFor(HttpContext http, AwsCall apiCall, string function)
    {
        if (http.Request.Headers["X-Amz-Log-Type"] != "Tail")
        {
            return null;
        }

        var lines = functions.Get(function).Log.Lines
            .Where(line => line.RequestId == apiCall.RequestId && line.Source != LogSource.Note)
            .Select(line => line.Text + "\n");
        var bytes = Encoding.UTF8.GetBytes(string.Concat(lines));
        return Convert.ToBase64String(bytes.AsSpan(Math.Max(0, bytes.Length - TailBytes)));
    }

    private static async Task WriteAsync(HttpContext http, InvocationResult result, string? tail)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers["X-Amz-Executed-Version"] = "$LATEST";
        if (result.FunctionError is { } error)
        {
            http.Response.Headers["X-Amz-Function-Error"] = error;
        }

        if (tail is not null)
        {
            http.Response.Headers["X-Amz-Log-Result"] = tail;
        }

        http.Response.ContentLength = result.Payload.Length;
        await http.Response.Body.WriteAsync(result.Payload, http.RequestAborted);
    }
}
