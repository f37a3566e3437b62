namespace Infra.Local.LoadBalancing;

/// <summary>Limits of an Application Load Balancer with a Lambda target.</summary>
public static class LoadBalancingLimits
{
    /// <summary>Largest request body for a function, in bytes: 1 MB, counted as 10^6 to be on the safe side (Application
    /// Load Balancers guide, "Lambda functions as targets", Limits).</summary>
    public const int MaxRequestBodyBytes = 1_000_000;

    /// <summary>Largest response document of a function, in bytes; the same page, counted the same way.</summary>
    public const int MaxResponseDocumentBytes = 1_000_000;

    /// <summary>Request line, in bytes: 16 K (Elastic Load Balancing guide, "How Elastic Load Balancing works", HTTP header limits).</summary>
    public const int MaxRequestLineBytes = 16 * 1024;

    /// <summary>One request header, in bytes; the same page.</summary>
    public const int MaxRequestHeaderBytes = 16 * 1024;

    /// <summary>All request headers, in bytes; the same page.</summary>
    public const int MaxRequestHeadersBytes = 64 * 1024;

    /// <summary>All response headers, in bytes; the same page. Beyond it a client gets 502.</summary>
    public const int MaxResponseHeadersBytes = 32 * 1024;

    /// <summary>Longest name of a load balancer or target group, in characters.</summary>
    public const int MaxNameLength = 32;

    /// <summary>Least number of subnets, each in a zone of its own.</summary>
    public const int MinSubnets = 2;
}
