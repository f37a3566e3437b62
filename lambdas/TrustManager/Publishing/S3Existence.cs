using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>An object of a bucket.</summary>
/// <param name="Owner">Account that the bucket must belong to; null for any.</param>
internal readonly record struct S3Key(string Bucket, string Key, string? Owner = null)
{
    public override string ToString() => $"{Bucket}/{Key}";
}

/// <summary>Distinguishes an object that is absent from one that may not be read.</summary>
/// <remarks>
/// S3 answers 404 for a missing key only to a caller that may list the whole bucket, and 403 to every other (S3 API
/// Reference, GetObject). The functions' roles may list exact keys, so a read that is refused asks for its key as a
/// prefix. An object that is there costs one call, as before.
/// </remarks>
internal static class S3Existence
{
    /// <summary>What <paramref name="read"/> returns; the default value where there is no such object.</summary>
    /// <exception cref="Retrying.ServiceException">Neither reading nor listing is allowed.</exception>
    public static async Task<T?> ReadAsync<T>(
        IAmazonS3 s3, S3Key place, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        AmazonS3Exception refusal;
        try
        {
            return await read();
        }
        catch (AmazonS3Exception failure) when (failure.ErrorCode == "NoSuchKey")
        {
            return default;
        }
        catch (AmazonS3Exception failure) when (failure.StatusCode == HttpStatusCode.Forbidden)
        {
            refusal = failure;
        }

        // Once more where it exists: it was written meanwhile, or the second refusal is final.
        return await IsListedAsync(s3, place, refusal, cancellationToken) ? await read() : default;
    }

    private static async Task<bool> IsListedAsync(IAmazonS3 s3, S3Key place, CancellationToken cancellationToken)
    {
        // Keys come in the order of their bytes, so that the one that equals the prefix is the first.
        var request = new ListObjectsV2Request
        {
            BucketName = place.Bucket,
            Prefix = place.Key,
            MaxKeys = 1,
            ExpectedBucketOwner = place.Owner,
        };
        var response = await s3.ListObjectsV2Async(request, cancellationToken);
        return (response.S3Objects ?? []).Any(found => found.Key == place.Key);
    }

    private static Task<bool> IsListedAsync(
        IAmazonS3 s3, S3Key place, AmazonS3Exception refusal, CancellationToken cancellationToken) =>
        ServiceCall.RunAsync(
            () => IsListedAsync(s3, place, cancellationToken),
            failure => S3Trouble.Describe(
                failure,
                "s3:ListBucket",
                $"{place}, needed because s3:GetObject was refused ({ServiceCall.TextOf(refusal)}),"),
            cancellationToken);
}
