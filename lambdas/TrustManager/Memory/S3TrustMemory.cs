using Amazon.S3;
using Amazon.S3.Model;

namespace Infra.TrustManager.Memory;

/// <summary>Memories as JSON objects in a versioned bucket.</summary>
public sealed class S3TrustMemory(IAmazonS3 s3) : ITrustMemory
{
    /// <summary>
    /// How many earlier versions are tried, newest first. Each run writes a few versions for each certificate; that all
    /// of so many are broken has no cause that one more would cure.
    /// </summary>
    private const int MaxVersionsTried = 20;

    private readonly S3Documents _documents = new(s3);

    public Task<MemoryReading> FindAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        CallAsync("s3:GetObject", bucket, directoryId, async key =>
        {
            var (newest, etag) = await _documents.GetAsync(bucket, key, versionId: null, cancellationToken);
            if (newest is not null && MemoryDocument.TryRead(newest, $"s3://{bucket}/{key}", out var memory))
            {
                return new MemoryReading(memory.Closed ? null : memory, etag);
            }

            return await FindEarlierAsync(bucket, key, etag, cancellationToken);
        }, cancellationToken);

    public Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:PutObject",
            bucket,
            directoryId,
            key => _documents.PutAsync(bucket, key, MemoryDocument.Write(memory), etag, cancellationToken),
            cancellationToken);

    public Task RemoveAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:DeleteObject",
            bucket,
            directoryId,
            key => s3.DeleteObjectAsync(bucket, key, cancellationToken),
            cancellationToken);

    private async Task<MemoryReading> FindEarlierAsync(
        string bucket, string key, string? etag, CancellationToken cancellationToken)
    {
        var request = new ListVersionsRequest { BucketName = bucket, Prefix = key };
        var versions = (await s3.ListVersionsAsync(request, cancellationToken)).Versions ?? [];
        foreach (var version in versions
            .Where(version => version.Key == key && version.IsDeleteMarker != true)
            .Take(MaxVersionsTried))
        {
            var (json, _) = await _documents.GetAsync(bucket, key, version.VersionId, cancellationToken);
            if (json is not null && MemoryDocument.TryRead(json, $"s3://{bucket}/{key}", out var memory))
            {
                return memory.Closed ? new MemoryReading(null, etag) : new MemoryReading(memory, etag, true);
            }
        }

        return new MemoryReading(null, etag);
    }

    private static Task<T> CallAsync<T>(
        string action,
        string bucket,
        string directoryId,
        Func<string, Task<T>> call,
        CancellationToken cancellationToken)
    {
        var key = MemoryKey.For(directoryId);
        return S3Documents.CallAsync(
            action,
            bucket,
            key,
            $"so another run works on directory {directoryId}. Wait for it to end, then deploy again.",
            () => call(key),
            cancellationToken);
    }
}
