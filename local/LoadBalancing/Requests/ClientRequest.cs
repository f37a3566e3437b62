namespace Infra.Local.LoadBalancing.Requests;

/// <summary>A request as it goes to a target.</summary>
/// <param name="Method">For example <c>GET</c>.</param>
/// <param name="Target">Path and query as sent.</param>
/// <param name="Headers">Names in lower case; a repeated header is there more than once, in order.</param>
/// <param name="Body">Empty when there is none.</param>
public sealed record ClientRequest(
    string Method, RequestTarget Target, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
