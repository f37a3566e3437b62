using System.Text.Json;
using Amazon.S3;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Restoring;

/// <summary>Restore points as JSON objects in the CRL bucket.</summary>
public sealed class S3RestorePoints(IAmazonS3 s3) : IRestorePoints
{
    private readonly S3Objects _objects = new(s3);

    public async Task<RestorePoint?> FindAsync(string bucket, string caId, CancellationToken cancellationToken)
    {
        var key = RestorePointKey.For(caId);
        return await _objects.FindAsync(bucket, key, cancellationToken) is { } json
            ? Read(json, $"s3://{bucket}/{key}")
            : null;
    }

    /// <remarks>One page of 1000 keys is enough: of a Region's 200 CAs, each has one restore point.</remarks>
    public async Task<IReadOnlyList<string>> ListAsync(string bucket, CancellationToken cancellationToken)
    {
        var page = await _objects.ListPageAsync(
            bucket, RestorePointKey.Prefix, continuationToken: null, owner: null, cancellationToken);
        return [.. (page.S3Objects ?? []).Select(found => RestorePointKey.CaIdOf(found.Key)).OfType<string>()];
    }

    public Task SaveAsync(string bucket, string caId, RestorePoint point, CancellationToken cancellationToken) =>
        _objects.PutAsync(
            bucket,
            RestorePointKey.For(caId),
            JsonSerializer.SerializeToUtf8Bytes(point, RestorePointJson.Default.RestorePoint),
            "application/json",
            cancellationToken);

    public Task RemoveAsync(string bucket, string caId, CancellationToken cancellationToken) =>
        _objects.RemoveAsync(bucket, RestorePointKey.For(caId), cancellationToken);

    private static RestorePoint Read(byte[] json, string place)
    {
        try
        {
            var point = JsonSerializer.Deserialize(json, RestorePointJson.Default.RestorePoint)
                ?? throw new JsonException("it is null");
            return point.Version == RestorePoint.CurrentVersion
                ? point
                : throw new ServiceException(
                    ServiceFailure.Rejected,
                    $"The restore point {place} has version {point.Version}; this function reads version "
                    + $"{RestorePoint.CurrentVersion}. A newer release wrote it: deploy that one.");
        }
        catch (JsonException exception)
        {
            throw new ServiceException(
                ServiceFailure.Rejected,
                $"The restore point {place} cannot be read ({exception.Message}). The bucket keeps its earlier "
                    + "versions: restore one of them.",
                exception);
        }
    }
}
