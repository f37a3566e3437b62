namespace Infra.TrustManager.Tests.CaCertificates.Anchors;

/// <summary>Tries every path upwards and judges each as a whole: slow, and as plain as the rules.</summary>
internal static class ReferencePaths
{
    public static bool Exists(
        ForestNode candidate, IReadOnlyList<ForestNode> all, IReadOnlyCollection<ForestNode> anchors) =>
        Paths([candidate], all, anchors).Any(IsValid);

    /// <summary>The candidate first.</summary>
    private static IEnumerable<List<ForestNode>> Paths(
        List<ForestNode> path, IReadOnlyList<ForestNode> all, IReadOnlyCollection<ForestNode> anchors)
    {
        if (anchors.Contains(path[^1]))
        {
            yield return path;
        }

        foreach (var issuer in all.Where(one => Issued(one, path[^1]) && !path.Contains(one)))
        {
            foreach (var found in Paths([.. path, issuer], all, anchors))
            {
                yield return found;
            }
        }
    }

    private static bool Issued(ForestNode issuer, ForestNode issued) =>
        issuer.Subject == issued.Issuer && issuer.Key == issued.Signer;

    private static bool IsValid(List<ForestNode> path) =>
        path.TrueForAll(one => one is { IsCa: true, MaySign: true, IsExpired: false })
        && path.Skip(1).All(one => !one.IsLater)
        && Enumerable.Range(0, path.Count).All(i => MayFollow(path[i], path[(i + 1)..]) && Allows(path[i], path[..i]));

    private static bool Allows(ForestNode issuer, List<ForestNode> below)
    {
        var counted = below.Where(one => !one.IsSelfIssued).ToList();
        return !(counted.Count > issuer.PathLength)
            && (issuer.Permitted is not { } organization || counted.TrueForAll(one => one.Subject % 2 == organization));
    }

    /// <summary>A self-signed certificate must repeat what is constrained above it.</summary>
    private static bool MayFollow(ForestNode one, List<ForestNode> above) =>
        above.Count == 0
        || !one.IsSelfIssued
        || one.Key != above[0].Key
        || above.TrueForAll(issuer => issuer.Permitted is null || issuer.Permitted == one.Permitted);
}
