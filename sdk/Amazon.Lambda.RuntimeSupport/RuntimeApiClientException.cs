namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API did not take a call; the process should end, so that Lambda starts a fresh one.</summary>
public class RuntimeApiClientException(
    string message,
    int statusCode,
    string response,
    Dictionary<string, IEnumerable<string>> headers,
    Exception innerException)
    : Exception($"{message}\n\nStatus: {statusCode}\nResponse:\n{Beginning(response)}", innerException)
{
    /// <summary>Longest part of a response that the message repeats, in characters.</summary>
    private const int ShownCharacters = 512;

    public int StatusCode { get; } = statusCode;

    public string Response { get; } = response;

    public Dictionary<string, IEnumerable<string>> Headers { get; } = headers;

    private static string Beginning(string response) =>
        response.Length > ShownCharacters ? response[..ShownCharacters] : response;
}
