using System.Net;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.RuntimeApi;

/// <summary>What the Runtime API's status codes mean for the function.</summary>
internal static class RuntimeApiAnswer
{
    public static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.NoContent)
        {
            return;
        }

        var body = await response.Content.ReadAsStringAsync();
        throw response.StatusCode switch
        {
            HttpStatusCode.BadRequest => Refused(response, body, "Bad request"),
            HttpStatusCode.Forbidden => Refused(response, body, "Forbidden"),
            HttpStatusCode.RequestEntityTooLarge => Refused(
                response, body, "Payload too large: an answer holds at most 6 MB, behind a load balancer 1 MB"),
            HttpStatusCode.InternalServerError => new RuntimeApiClientException(
                "Container error. Non-recoverable state. Runtime should exit promptly.",
                (int)response.StatusCode, body, Headers(response), null),
            _ => new RuntimeApiClientException(
                $"The HTTP status code of the response was not expected ({(int)response.StatusCode}).",
                (int)response.StatusCode, body, Headers(response), null),
        };
    }

    /// <summary>An answer with a good status that cannot be worked with.</summary>
    public static RuntimeApiClientException Unusable(HttpResponseMessage response, string message) =>
        new(message, (int)response.StatusCode, string.Empty, Headers(response), null);

    private static RuntimeApiClientException<ErrorResponse> Refused(
        HttpResponseMessage response, string body, string message)
    {
        ErrorResponse error = null;
        JsonException unreadable = null;
        try
        {
            error = JsonSerializer.Deserialize(body, RuntimeApiJson.Default.ErrorResponse);
        }
        catch (JsonException e)
        {
            unreadable = e;
        }

        return new(message, (int)response.StatusCode, body, Headers(response), error, unreadable);
    }

    private static Dictionary<string, IEnumerable<string>> Headers(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => h.Value);
}
