using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Restoring;

/// <summary>Restore points in a bucket whose passing failures are waited out.</summary>
public sealed class PatientRestorePoints(IRestorePoints points, Patience patience) : IRestorePoints
{
    public Task<RestorePoint?> FindAsync(string bucket, string caId, CancellationToken cancellationToken) =>
        patience.AskAsync(token => points.FindAsync(bucket, caId, token), cancellationToken);

    public Task<IReadOnlyList<string>> ListAsync(string bucket, CancellationToken cancellationToken) =>
        patience.AskAsync(token => points.ListAsync(bucket, token), cancellationToken);

    public Task SaveAsync(string bucket, string caId, RestorePoint point, CancellationToken cancellationToken) =>
        patience.DoAsync(token => points.SaveAsync(bucket, caId, point, token), cancellationToken);

    public Task RemoveAsync(string bucket, string caId, CancellationToken cancellationToken) =>
        patience.DoAsync(token => points.RemoveAsync(bucket, caId, token), cancellationToken);
}
