using System.Collections.Immutable;

namespace Infra.Local.S3.Store;

/// <summary>A life-cycle rule that removes old versions.</summary>
/// <param name="Prefix">Keys it applies to; empty for all.</param>
/// <param name="Days">Age since the version stopped being the current one.</param>
/// <param name="KeepNewer">How many newer noncurrent versions stay in any case.</param>
public sealed record NoncurrentExpiration(string Prefix, int Days, int KeepNewer)
{
    /// <summary>What is left of one key's versions, newest first, at <paramref name="now"/>.</summary>
    public ImmutableList<ObjectVersion> Apply(string key, ImmutableList<ObjectVersion> versions, DateTimeOffset now)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return versions;
        }

        // A version is noncurrent since its successor was written; the list is newest first, so that is its neighbour.
        var lastExpiry = now - TimeSpan.FromDays(Days);
        return [.. versions.Where((_, i) => i <= KeepNewer || versions[i - 1].LastModified > lastExpiry)];
    }
}
