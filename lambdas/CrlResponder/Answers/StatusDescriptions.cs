namespace Infra.CrlResponder.Answers;

/// <summary>The <c>statusDescription</c> that a load balancer wants: code, one space, reason phrase.</summary>
internal static class StatusDescriptions
{
    public static string Of(int statusCode) => statusCode switch
    {
        200 => "200 OK",
        304 => "304 Not Modified",
        400 => "400 Bad Request",
        404 => "404 Not Found",
        405 => "405 Method Not Allowed",
        500 => "500 Internal Server Error",
        503 => "503 Service Unavailable",
        _ => throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "This function never answers with this code."),
    };
}
