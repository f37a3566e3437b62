using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>Objects that a PKI team drops in a bucket.</summary>
/// <remarks>Every method throws <see cref="ServiceException"/>.</remarks>
public interface ICertificateObjects
{
    /// <summary>Every object whose key begins with <paramref name="prefix"/>, in the order of the keys.</summary>
    Task<IReadOnlyList<StoredObject>> ListAsync(
        SourceBucket bucket, string prefix, CancellationToken cancellationToken);

    /// <summary>What an object holds; null when it is gone.</summary>
    /// <param name="maxBytes">A larger object is not read but <see cref="ServiceFailure.Rejected"/>.</param>
    Task<ObjectContent?> FindAsync(SourceBucket bucket, string key, long maxBytes, CancellationToken cancellationToken);
}
