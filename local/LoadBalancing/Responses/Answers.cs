using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Infra.Local.LoadBalancing.Responses;

/// <summary>The answers that a load balancer makes itself or from a function's.</summary>
public static class Answers
{
    /// <summary>Only on what the load balancer itself answers.</summary>
    private static readonly KeyValuePair<string, string> Server = KeyValuePair.Create("Server", "awselb/2.0");

    /// <summary>An error page.</summary>
    /// <param name="statusCode">HTTP status.</param>
    /// <param name="reason">Error reason of the access log.</param>
    /// <param name="detail">For a person; the client does not get it.</param>
    public static Answer Error(int statusCode, string? reason = null, string? detail = null)
    {
        var title = $"{statusCode} {ReasonPhrases.GetReasonPhrase(statusCode)}";
        var page = $"<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n";
        return new Answer(statusCode, [Server, KeyValuePair.Create("Content-Type", "text/html")], Encoding.ASCII.GetBytes(page))
        {
            ErrorReason = reason,
            ErrorDetail = detail,
        };
    }

    /// <summary>The answer of a listener's fixed-response action.</summary>
    public static Answer Fixed(int statusCode, string contentType, string body) => new(
        statusCode, [Server, KeyValuePair.Create("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    public static Answer From(TargetResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        var passed = response.Headers.Where(header => !HopByHopHeaders.Contains(header.Key)
            && !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase));
        return new Answer(response.StatusCode, [.. passed], response.Body) { ReasonPhrase = response.ReasonPhrase };
    }
}
