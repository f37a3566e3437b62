using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Infra.Local.LoadBalancing.Requests;

/// <summary>Takes a request off the wire as it was sent.</summary>
internal static class RequestReader
{
    public static string RawTargetOf(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;

    public static IReadOnlyList<KeyValuePair<string, string>> HeadersOf(HttpContext http) =>
        [.. http.Request.Headers.SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value ?? "")))];

    /// <summary>Null when the body is larger than a function may get; the rest of it is not read.</summary>
    public static async Task<ReadOnlyMemory<byte>?> BodyOfAsync(HttpContext http)
    {
        if (http.Request.ContentLength > LoadBalancingLimits.MaxRequestBodyBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is var count and > 0)
        {
            body.Write(buffer, 0, count);
            if (body.Length > LoadBalancingLimits.MaxRequestBodyBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }
}
