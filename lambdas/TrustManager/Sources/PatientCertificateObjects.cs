using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>A bucket whose passing failures are waited out.</summary>
public sealed class PatientCertificateObjects(ICertificateObjects objects, Patience patience) : ICertificateObjects
{
    public Task<IReadOnlyList<StoredObject>> ListAsync(
        SourceBucket bucket, string prefix, CancellationToken cancellationToken) =>
        patience.AskAsync(token => objects.ListAsync(bucket, prefix, token), cancellationToken);

    public Task<ObjectContent?> FindAsync(
        SourceBucket bucket, string key, long maxBytes, CancellationToken cancellationToken) =>
        patience.AskAsync(token => objects.FindAsync(bucket, key, maxBytes, token), cancellationToken);
}
