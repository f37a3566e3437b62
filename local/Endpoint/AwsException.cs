namespace Infra.Local.Endpoint;

/// <summary>An error that a service answers with; the endpoint writes it in the service's own protocol.</summary>
/// <param name="code">Error code on the wire, such as <c>NoSuchKey</c> or <c>InvalidStateException</c>.</param>
/// <param name="message">One sentence for a person.</param>
/// <param name="statusCode">HTTP status. Default: 400, as the JSON services use for everything modelled.</param>
public sealed class AwsException(string code, string message, int statusCode = 400) : Exception(message)
{
    public string Code { get; } = code;

    public int StatusCode { get; } = statusCode;
}
