using Amazon.S3;
using Amazon.S3.Model;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>Small objects over the S3 API, and its failures in this project's terms.</summary>
internal sealed class S3Objects(IAmazonS3 s3)
{
    /// <summary>The bytes of an object; null when the bucket has no such key.</summary>
    /// <param name="maxBytes">A larger object is not read but <see cref="ServiceFailure.Rejected"/>.</param>
    /// <param name="owner">Account that the bucket must belong to. Default: whichever.</param>
    public async Task<byte[]?> FindAsync(
        string bucket,
        string key,
        CancellationToken cancellationToken,
        long maxBytes = long.MaxValue,
        string? owner = null) =>
        (await FindVersionAsync(bucket, key, cancellationToken, maxBytes, owner)).Bytes;

    /// <summary>As above, with the id of the version that was read; null in a bucket without versions.</summary>
    public Task<(byte[]? Bytes, string? VersionId)> FindVersionAsync(
        string bucket,
        string key,
        CancellationToken cancellationToken,
        long maxBytes = long.MaxValue,
        string? owner = null) =>
        CallAsync(
            "s3:GetObject",
            $"{bucket}/{key}",
            () => S3Existence.ReadAsync(
                s3,
                new S3Key(bucket, key, owner),
                () => ReadAsync(new S3Key(bucket, key, owner), maxBytes, cancellationToken),
                cancellationToken),
            cancellationToken);

    public Task PutAsync(
        string bucket, string key, byte[] bytes, string contentType, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:PutObject",
            $"{bucket}/{key}",
            async () =>
            {
                using var body = new MemoryStream(bytes, writable: false);
                var request = new PutObjectRequest
                {
                    BucketName = bucket,
                    Key = key,
                    InputStream = body,
                    ContentType = contentType,
                };
                return await s3.PutObjectAsync(request, cancellationToken);
            },
            cancellationToken);

    public Task RemoveAsync(string bucket, string key, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:DeleteObject",
            $"{bucket}/{key}",
            () => s3.DeleteObjectAsync(bucket, key, cancellationToken),
            cancellationToken);

    /// <summary>A page of objects, of up to 1000, and the token of the next one.</summary>
    /// <param name="owner">Account that the bucket must belong to; null for a bucket of this deployment.</param>
    public Task<ListObjectsV2Response> ListPageAsync(
        string bucket,
        string prefix,
        string? continuationToken,
        string? owner,
        CancellationToken cancellationToken) =>
        CallAsync(
            "s3:ListBucket",
            $"{bucket}/{prefix}",
            () => s3.ListObjectsV2Async(
                new ListObjectsV2Request
                {
                    BucketName = bucket,
                    Prefix = prefix,
                    ContinuationToken = continuationToken,
                    ExpectedBucketOwner = owner,
                },
                cancellationToken),
            cancellationToken);

    private async Task<(byte[]? Bytes, string? VersionId)> ReadAsync(
        S3Key place, long maxBytes, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest
        {
            BucketName = place.Bucket,
            Key = place.Key,
            ExpectedBucketOwner = place.Owner,
        };
        using var response = await s3.GetObjectAsync(request, cancellationToken);
        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await response.ResponseStream.ReadAsync(buffer, cancellationToken) is > 0 and var count)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > maxBytes)
            {
                throw new ServiceException(
                    ServiceFailure.Rejected,
                    $"s3://{Printable.Value(place.ToString())} has more than {maxBytes} bytes, which is all that is "
                    + "read.");
            }
        }

        return (bytes.ToArray(), response.VersionId);
    }

    private static Task<T> CallAsync<T>(
        string action, string subject, Func<Task<T>> call, CancellationToken cancellationToken) =>
        ServiceCall.RunAsync(call, failure => S3Trouble.Describe(failure, action, subject), cancellationToken);
}
