namespace Infra.Local.LoadBalancing.Requests;

/// <summary>What a load balancer refuses before it asks a target.</summary>
public static class RequestLimits
{
    // Elastic Load Balancing guide, "How Elastic Load Balancing works": the methods that it passes.
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

    /// <summary>The status of the refusal; null when the request may go on.</summary>
    public static int? Refusal(string method, string rawTarget, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(rawTarget);
        ArgumentNullException.ThrowIfNull(headers);
        if (!Methods.Contains(method))
        {
            return 405;
        }

        if (method.Length + rawTarget.Length + " HTTP/1.1".Length + 1 > LoadBalancingLimits.MaxRequestLineBytes)
        {
            return 414;
        }

        var sizes = headers.Select(header => header.Key.Length + header.Value.Length + ": \r\n".Length).ToArray();
        return sizes.Any(size => size > LoadBalancingLimits.MaxRequestHeaderBytes)
            || sizes.Sum() > LoadBalancingLimits.MaxRequestHeadersBytes
                ? 400
                : null;
    }
}
