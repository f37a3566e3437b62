using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Store;

namespace Infra.CrlResponder.Serving;

/// <summary>Finds the newest earlier version of an object that can stand in for an unfit current one.</summary>
public sealed class EarlierVersions(ICrlStore store, DocumentLoader loader, TimeProvider time)
{
    /// <summary>
    /// Most versions that are looked at. Private CA writes a CRL twice in its validity and after each revocation, so twenty
    /// reach back further than most CRLs are valid.
    /// </summary>
    public const int MaxVersions = 20;

    /// <summary>A version that parses, is not expired and is no step back behind what was served; null when there is none.</summary>
    /// <param name="key">The key whose current object is unfit.</param>
    /// <param name="unfitETag">Entity tag of that object: the same bytes are not tried again.</param>
    /// <param name="known">What this instance knows about the key.</param>
    /// <param name="cancellationToken">Ends with the time for S3.</param>
    public async Task<CachedDocument?> FindAsync(
        ServedKey key, string unfitETag, CacheEntry? known, CancellationToken cancellationToken)
    {
        var versions = await store.ListVersionsAsync(key.Value, MaxVersions, cancellationToken);
        foreach (var version in versions.Where(version => version.ETag != unfitETag))
        {
            var document = known?.Document is { } inMemory && inMemory.ETag == version.ETag
                ? inMemory
                : await LoadAsync(key, version, cancellationToken);
            if (document is not null && CanStandIn(document.Facts, known?.LastServed))
            {
                return document;
            }
        }

        return known?.Document is { } last && CanStandIn(last.Facts, known.LastServed) ? last : null;
    }

    private bool CanStandIn(DocumentFacts candidate, DocumentFacts? lastServed)
    {
        var now = time.GetUtcNow();
        return !candidate.IsExpiredAt(now) && Succession.ProblemOf(candidate, lastServed, now) is null;
    }

    private async Task<CachedDocument?> LoadAsync(ServedKey key, StoredVersion version, CancellationToken cancellationToken)
    {
        if (await store.FindVersionAsync(key.Value, version.VersionId, cancellationToken) is not StoreAnswer.Found found)
        {
            return null;
        }

        using (found.Content)
        {
            return (await loader.LoadAsync(key, found.Content, prepared: null, cancellationToken)).Document;
        }
    }
}
