using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Infra.Local.LoadBalancing.Responses;

/// <summary>Sends an answer over HTTP.</summary>
internal static class AnswerWriter
{
    public static async Task WriteAsync(HttpContext http, Answer answer)
    {
        var feature = http.Features.GetRequiredFeature<IHttpResponseFeature>();
        feature.StatusCode = answer.StatusCode;
        feature.ReasonPhrase = answer.ReasonPhrase;
        foreach (var header in answer.Headers)
        {
            http.Response.Headers[header.Key] = StringValues.Concat(http.Response.Headers[header.Key], header.Value);
        }

        // What AWS puts into Content-Length of an answer to HEAD is not documented, so there is none to depend on.
        if (HttpMethods.IsHead(http.Request.Method) || answer.StatusCode is 204 or 304)
        {
            return;
        }

        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }
}
