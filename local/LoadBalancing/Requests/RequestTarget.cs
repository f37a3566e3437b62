namespace Infra.Local.LoadBalancing.Requests;

/// <summary>Path and query of a request line, exactly as the client wrote them.</summary>
/// <param name="Path">Neither decoded nor normalised.</param>
/// <param name="Query">What follows the first question mark; empty when there is none.</param>
public sealed record RequestTarget(string Path, string Query)
{
    /// <summary>Takes a request target in origin form, or in absolute form (RFC 9112, 3.2.2), whose authority is dropped.</summary>
    public static RequestTarget Parse(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        var origin = OriginFormOf(raw);
        var question = origin.IndexOf('?', StringComparison.Ordinal);
        return question < 0
            ? new RequestTarget(origin, "")
            : new RequestTarget(origin[..question], origin[(question + 1)..]);
    }

    /// <summary>Parameters in their order, not decoded.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters() =>
        Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(parameter =>
        {
            var equals = parameter.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? KeyValuePair.Create(parameter, "")
                : KeyValuePair.Create(parameter[..equals], parameter[(equals + 1)..]);
        });

    private static string OriginFormOf(string raw)
    {
        const string Separator = "://";
        var scheme = raw.StartsWith('/') ? -1 : raw.IndexOf(Separator, StringComparison.Ordinal);
        if (scheme < 0)
        {
            return raw;
        }

        var authority = scheme + Separator.Length;
        var path = raw.AsSpan(authority).IndexOfAny('/', '?');
        return path < 0 ? "/" : raw[authority + path] == '?' ? $"/{raw[(authority + path)..]}" : raw[(authority + path)..];
    }
}
