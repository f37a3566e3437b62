using Infra.TrustManager.CaCertificates.Anchors;

namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

/// <summary>Searches among certificates of <see cref="SomeCa"/>, in the first year of their lives.</summary>
internal static class SomeAnchors
{
    public static readonly DateTimeOffset Now = SomeCa.From.AddDays(150);

    public static IReadOnlyList<AnchorResult> Find(this SomeCa anchor, params IReadOnlyList<SomeCa> candidates) =>
        Find([anchor], candidates);

    public static IReadOnlyList<AnchorResult> Find(
        IReadOnlyList<SomeCa> anchors, IReadOnlyList<SomeCa> candidates, DateTimeOffset? now = null) =>
        AnchorPaths.Find(
            [.. candidates.Select(one => one.Ca)],
            [.. anchors.Select(one => one.Ca)],
            now ?? Now,
            CancellationToken.None);

    public static void AssertPath(AnchorResult result, params SomeCa[] path)
    {
        Assert.Null(result.Reason);
        Assert.Equal(path.Select(one => one.Thumbprint), result.Path!.Certificates.Select(one => one.Thumbprint));
    }

    /// <summary>The reason contains each of these.</summary>
    public static void AssertNone(AnchorResult result, params string[] reasons)
    {
        Assert.Null(result.Path);
        Assert.All(reasons, reason => Assert.Contains(reason, result.Reason, StringComparison.Ordinal));
        Assert.EndsWith(".", result.Reason, StringComparison.Ordinal);
    }
}
