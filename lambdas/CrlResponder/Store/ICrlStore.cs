namespace Infra.CrlResponder.Store;

/// <summary>The bucket, as far as this function needs it.</summary>
/// <remarks>Every method throws <see cref="StoreUnavailableException"/> when the bucket is slow, throttled or down.</remarks>
public interface ICrlStore
{
    /// <summary>The current object, unless its entity tag is <paramref name="unlessETag"/>.</summary>
    Task<StoreAnswer> FindAsync(string key, string? unlessETag, CancellationToken cancellationToken);

    /// <summary>One version of an object.</summary>
    Task<StoreAnswer> FindVersionAsync(string key, string versionId, CancellationToken cancellationToken);

    /// <summary>Versions of exactly this key, newest first, without delete markers; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<StoredVersion>> ListVersionsAsync(string key, int limit, CancellationToken cancellationToken);

    /// <summary>Versions of every key that begins with <paramref name="prefix"/>; at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<StoredVersion>> ListVersionsUnderAsync(string prefix, int limit, CancellationToken cancellationToken);
}
