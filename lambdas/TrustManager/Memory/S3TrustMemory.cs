using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.TrustManager.Publishing;

namespace Infra.TrustManager.Memory;

/// <summary>Memories as JSON objects in a versioned bucket.</summary>
public sealed class S3TrustMemory(IAmazonS3 s3) : ITrustMemory
{
    /// <summary>
    /// How many earlier versions are tried, newest first. Each run writes a few versions for each certificate; that all
    /// of so many are broken has no cause that one more would cure.
    /// </summary>
    private const int MaxVersionsTried = 20;

    public Task<MemoryReading> FindAsync(string bucket, string directoryId, CancellationToken cancellationToken) =>
        CallAsync("s3:GetObject", bucket, directoryId, async key =>
        {
            var (newest, etag) = await GetAsync(bucket, key, versionId: null, cancellationToken);
            if (newest is not null && MemoryDocument.TryRead(newest, $"s3://{bucket}/{key}", out var memory))
            {
                return new MemoryReading(memory.Closed ? null : memory, etag);
            }

            return await FindEarlierAsync(bucket, key, etag, cancellationToken);
        }, cancellationToken);

    public Task<string> SaveAsync(
        string bucket, string directoryId, TrustMemory memory, string? etag, CancellationToken cancellationToken) =>
        CallAsync("s3:PutObject", bucket, directoryId, async key =>
        {
            using var body = new MemoryStream(MemoryDocument.Write(memory), writable: false);
            var request = new PutObjectRequest
            {
                BucketName = bucket,
                Key = key,
                InputStream = body,
                ContentType = "application/json",
                IfMatch = etag,
                IfNoneMatch = etag is null ? "*" : null,
            };
            return (await s3.PutObjectAsync(request, cancellationToken)).ETag;
        }, cancellationToken);

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
            var (json, _) = await GetAsync(bucket, key, version.VersionId, cancellationToken);
            if (json is not null && MemoryDocument.TryRead(json, $"s3://{bucket}/{key}", out var memory))
            {
                return memory.Closed ? new MemoryReading(null, etag) : new MemoryReading(memory, etag, true);
            }
        }

        return new MemoryReading(null, etag);
    }

    private async Task<(byte[]? Json, string? ETag)> GetAsync(
        string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = bucket, Key = key, VersionId = versionId };
            using var response = await s3.GetObjectAsync(request, cancellationToken);
            using var bytes = new MemoryStream();
            await response.ResponseStream.CopyToAsync(bytes, cancellationToken);
            return (bytes.ToArray(), response.ETag);
        }
        catch (AmazonS3Exception failure) when (failure.ErrorCode is "NoSuchKey" or "NoSuchVersion")
        {
            return (null, null);
        }
    }

    private static async Task<T> CallAsync<T>(
        string action, string bucket, string directoryId, Func<string, Task<T>> call, CancellationToken cancellationToken)
    {
        var key = MemoryKey.For(directoryId);
        try
        {
            return await call(key);
        }
        catch (AmazonS3Exception conflict) when (
            conflict.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            throw new MemoryConflictException(
                $"Somebody else wrote s3://{bucket}/{key} meanwhile, so another run works on directory {directoryId}. "
                + "Wait for it to end, then deploy again.",
                conflict);
        }
        catch (Exception failure) when (S3Trouble.Is(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw S3Trouble.Describe(failure, action, $"{bucket}/{key}");
        }
    }
}
