namespace Infra.Local.LoadBalancing;

/// <summary>Headers that belong to one connection (RFC 9110, 7.6.1) and so pass a load balancer in neither direction.</summary>
internal static class HopByHopHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
