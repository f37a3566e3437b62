namespace Infra.Local.LoadBalancing.Responses;

/// <summary>What a client gets.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Headers">Without those of the connection and the length.</param>
/// <param name="Body">Not sent to HEAD, nor with 204 and 304.</param>
public sealed record Answer(int StatusCode, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Null for the phrase that belongs to the status.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>Error reason of the access log, such as <c>LambdaInvalidResponse</c>; null when nothing went wrong.</summary>
    public string? ErrorReason { get; init; }

    /// <summary>For a person: what went wrong.</summary>
    public string? ErrorDetail { get; init; }
}
