namespace Infra.Bench.Metrics;

/// <summary>Every group, in the order of the report.</summary>
internal static class MetricGroups
{
    public static IReadOnlyList<IMetricGroup> All { get; } =
    [
        new ColdStart(),
        new SecureColdStart(),
        new WarmAnswers(),
        new Revalidation(),
        new PeakMemory(),
        new PackageSize(),
        new StoreRequests(),
        new Growth(),
        new TrustManagerStart(),
        new RenewalStart(),
        new TrustPlanning(),
        new TrustCalls(),
        new LoadBalancerLoad(),
    ];

    /// <param name="pattern">Part of a name; null for all.</param>
    public static IReadOnlyList<IMetricGroup> Matching(string? pattern) =>
        [.. All.Where(group => pattern is null || group.Name.Contains(pattern, StringComparison.OrdinalIgnoreCase))];
}
