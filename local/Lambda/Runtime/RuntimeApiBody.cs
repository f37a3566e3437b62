using Microsoft.AspNetCore.Http;

namespace Infra.Local.Lambda.Runtime;

/// <summary>Reads what a runtime posts.</summary>
internal static class RuntimeApiBody
{
    /// <summary>Null when the body is larger than <paramref name="maxBytes"/>; it is read to its end all the same.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int maxBytes)
    {
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var total = 0L;
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is var count and > 0)
        {
            total += count;
            if (total <= maxBytes)
            {
                body.Write(buffer, 0, count);
            }
        }

        // Not a bare null: that converts to an empty memory.
        return total <= maxBytes ? body.ToArray() : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>The error document; without one, Lambda makes it from the error type header.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadErrorAsync(HttpRequest request)
    {
        if (await ReadAsync(request, LambdaLimits.MaxResponseBytes) is { Length: > 0 } body)
        {
            return body;
        }

        var type = request.Headers["Lambda-Runtime-Function-Error-Type"].ToString();
        return LambdaErrors.Document(type.Length > 0 ? type : "Runtime.Unknown", "The runtime reported an error without a document.");
    }
}
