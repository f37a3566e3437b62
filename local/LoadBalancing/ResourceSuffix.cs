namespace Infra.Local.LoadBalancing;

/// <summary>The last part of a load balancing ARN.</summary>
internal static class ResourceSuffix
{
    /// <summary>Sixteen hexadecimal digits.</summary>
    public static string New() => Guid.NewGuid().ToString("N")[..16];
}
