using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Restoring;

/// <summary>Keeps one restore point for each CA, beside the CA's CRLs.</summary>
/// <remarks>Every method throws <see cref="ServiceException"/>.</remarks>
public interface IRestorePoints
{
    /// <summary>The restore point, or null when there is none.</summary>
    Task<RestorePoint?> FindAsync(string bucket, string caId, CancellationToken cancellationToken);

    /// <summary>Ids of the CAs that have a restore point in the bucket.</summary>
    Task<IReadOnlyList<string>> ListAsync(string bucket, CancellationToken cancellationToken);

    Task SaveAsync(string bucket, string caId, RestorePoint point, CancellationToken cancellationToken);

    /// <summary>Removing what is not there succeeds.</summary>
    Task RemoveAsync(string bucket, string caId, CancellationToken cancellationToken);
}
