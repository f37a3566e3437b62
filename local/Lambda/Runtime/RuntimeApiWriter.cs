using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Runtime;

/// <summary>The Runtime API's answers.</summary>
internal static class RuntimeApiWriter
{
    public static Task WriteAsync(HttpContext http, RuntimeAnswer answer) => answer switch
    {
        RuntimeAnswer.Accepted => WriteAsync(http, 202, """{"status":"OK"}"""u8.ToArray()),
        RuntimeAnswer.UnknownRequest => WriteErrorAsync(http, 400, "InvalidRequestID", "Invalid request ID"),
        RuntimeAnswer.WrongInvocationId => WriteErrorAsync(
            http, 400, "InvalidInvocationId", "The invocation id is not the one that came with this request."),
        _ => WriteErrorAsync(
            http, 403, "InvalidStateTransition", "The runtime may not do this now: answer the invocation it has, once, and ask for the next."),
    };

    public static Task WriteErrorAsync(HttpContext http, int status, string type, string message) =>
        WriteAsync(http, status, LambdaErrors.Document(type, message));

    private static async Task WriteAsync(HttpContext http, int status, ReadOnlyMemory<byte> body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
