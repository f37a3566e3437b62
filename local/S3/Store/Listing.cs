namespace Infra.Local.S3.Store;

/// <summary>One page of a listing.</summary>
/// <param name="Items">Objects or versions of the page.</param>
/// <param name="CommonPrefixes">What the delimiter rolled up.</param>
/// <param name="Last">Key or common prefix that the next page starts after; null on the last page.</param>
public sealed record Listing(IReadOnlyList<ObjectVersion> Items, IReadOnlyList<string> CommonPrefixes, string? Last)
{
    /// <summary>Most entries in one answer; S3 API reference, ListObjectsV2, <c>MaxKeys</c>.</summary>
    public const int MaximumKeys = 1000;

    /// <summary>The page that starts after the key or common prefix <paramref name="after"/>.</summary>
    /// <param name="candidates">Entries in key order.</param>
    public static Listing Of(
        IEnumerable<ObjectVersion> candidates, string prefix, string delimiter, string after, int maximum)
    {
        var (items, prefixes) = (new List<ObjectVersion>(), new List<string>());
        string? last = null;
        foreach (var candidate in candidates.Where(c => c.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            var group = CommonPrefix(candidate.Key, prefix, delimiter);
            if (group is not null && (group == after || group == prefixes.LastOrDefault()))
            {
                continue;
            }

            if (items.Count + prefixes.Count >= Math.Min(maximum, MaximumKeys))
            {
                return new Listing(items, prefixes, last);
            }

            last = group ?? candidate.Key;
            if (group is null)
            {
                items.Add(candidate);
            }
            else
            {
                prefixes.Add(group);
            }
        }

        return new Listing(items, prefixes, null);
    }

    private static string? CommonPrefix(string key, string prefix, string delimiter)
    {
        var end = delimiter.Length == 0 ? -1 : key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + delimiter.Length)];
    }
}
