using Amazon.S3;
using Amazon.S3.Model;

namespace Infra.CrlResponder.Store;

/// <summary>The bucket over the S3 API.</summary>
/// <remarks>
/// Needs <c>s3:GetObject</c> and <c>s3:GetObjectVersion</c> on the served prefixes and <c>s3:ListBucketVersions</c> on the
/// bucket. Without <c>s3:ListBucket</c>, S3 answers 403 instead of 404 for a key that is not there.
/// </remarks>
public sealed class S3CrlStore(IAmazonS3 s3, string bucketName) : ICrlStore
{
    public Task<StoreAnswer> FindAsync(string key, string? unlessETag, CancellationToken cancellationToken) =>
        GetAsync(
            new GetObjectRequest { BucketName = bucketName, Key = key, EtagToNotMatch = unlessETag },
            $"GetObject {bucketName}/{key}",
            cancellationToken);

    public Task<StoreAnswer> FindVersionAsync(string key, string versionId, CancellationToken cancellationToken) =>
        GetAsync(
            new GetObjectRequest { BucketName = bucketName, Key = key, VersionId = versionId },
            $"GetObject {bucketName}/{key} version {versionId}",
            cancellationToken);

    /// <remarks>The whole key as prefix: its own versions come first, then those of keys that merely begin with it.</remarks>
    public async Task<IReadOnlyList<StoredVersion>> ListVersionsAsync(
        string key, int limit, CancellationToken cancellationToken) =>
        [.. (await ListVersionsUnderAsync(key, limit, cancellationToken)).Where(version => version.Key == key)];

    public async Task<IReadOnlyList<StoredVersion>> ListVersionsUnderAsync(
        string prefix, int limit, CancellationToken cancellationToken)
    {
        try
        {
            var request = new ListVersionsRequest { BucketName = bucketName, Prefix = prefix, MaxKeys = limit };
            var response = await s3.ListVersionsAsync(request, cancellationToken);
            return
            [
                .. (response.Versions ?? [])
                    .Where(version => version.IsDeleteMarker != true)
                    .Select(version => new StoredVersion(
                        version.Key, version.VersionId, S3StoredObject.Quoted(version.ETag))),
            ];
        }
        catch (Exception failure)
        {
            throw S3Failures.Unavailable($"ListObjectVersions {bucketName}/{prefix}", failure);
        }
    }

    private async Task<StoreAnswer> GetAsync(GetObjectRequest request, string question, CancellationToken cancellationToken)
    {
        try
        {
            return new StoreAnswer.Found(new S3StoredObject(await s3.GetObjectAsync(request, cancellationToken), question));
        }
        catch (AmazonS3Exception failure) when (S3Failures.Answer(failure) is { } answer)
        {
            return answer;
        }
        catch (Exception failure)
        {
            throw S3Failures.Unavailable(question, failure);
        }
    }
}
