namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call and said why.</summary>
public sealed class RuntimeApiClientException<TResult>(
    string message,
    int statusCode,
    string response,
    Dictionary<string, IEnumerable<string>> headers,
    TResult result,
    Exception innerException)
    : RuntimeApiClientException(message, statusCode, response, headers, innerException)
{
    /// <summary>The parsed response, or null when it was not JSON.</summary>
    public TResult Result { get; } = result;
}
