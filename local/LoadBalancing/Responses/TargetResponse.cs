namespace Infra.Local.LoadBalancing.Responses;

/// <summary>What a function answered, read from its response document.</summary>
/// <param name="StatusCode">200 to 599.</param>
/// <param name="ReasonPhrase">From <c>statusDescription</c>; null when the function gave none.</param>
/// <param name="Headers">In the function's order and spelling.</param>
/// <param name="Body">Decoded.</param>
public sealed record TargetResponse(
    int StatusCode, string? ReasonPhrase, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
