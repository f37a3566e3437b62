using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Memory;

/// <summary>JSON objects that are only ever written over the version that was read.</summary>
internal sealed class S3Documents(IAmazonS3 s3)
{
    /// <returns>Nulls where there is no such object, or no such version of it.</returns>
    public async Task<(byte[]? Json, string? ETag)> GetAsync(
        string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        if (versionId is null)
        {
            return await S3Existence.ReadAsync(
                s3,
                new S3Key(bucket, key),
                () => ReadAsync(bucket, key, versionId, cancellationToken),
                cancellationToken);
        }

        try
        {
            return await ReadAsync(bucket, key, versionId, cancellationToken);
        }
        catch (AmazonS3Exception failure) when (failure.ErrorCode is "NoSuchKey" or "NoSuchVersion")
        {
            return (null, null);
        }
    }

    /// <param name="etag">Of the version that is replaced; null where there must be none.</param>
    /// <returns>ETag of what was written.</returns>
    public async Task<string> PutAsync(
        string bucket, string key, byte[] json, string? etag, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(json, writable: false);
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
    }

    private async Task<(byte[]? Json, string? ETag)> ReadAsync(
        string bucket, string key, string? versionId, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = bucket, Key = key, VersionId = versionId };
        using var response = await s3.GetObjectAsync(request, cancellationToken);
        using var bytes = new MemoryStream();
        await response.ResponseStream.CopyToAsync(bytes, cancellationToken);
        return (bytes.ToArray(), response.ETag);
    }

    /// <param name="whenWritten">What it means that somebody else wrote the object meanwhile, and what to do.</param>
    /// <exception cref="MemoryConflictException">Somebody else wrote it meanwhile.</exception>
    public static async Task<T> CallAsync<T>(
        string action,
        string bucket,
        string key,
        string whenWritten,
        Func<Task<T>> call,
        CancellationToken cancellationToken)
    {
        try
        {
            return await ServiceCall.RunAsync(
                call, failure => S3Trouble.Describe(failure, action, $"{bucket}/{key}"), cancellationToken);
        }
        catch (ServiceException failure) when (failure.InnerException is AmazonS3Exception
        {
            StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict,
        })
        {
            throw new MemoryConflictException(
                $"Somebody else wrote s3://{bucket}/{key} meanwhile, {whenWritten}", failure.InnerException);
        }
    }
}
