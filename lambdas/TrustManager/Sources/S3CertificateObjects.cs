using Amazon.S3;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Sources;

/// <summary>A bucket with certificates over the S3 API.</summary>
public sealed class S3CertificateObjects(IAmazonS3 s3) : ICertificateObjects
{
    /// <summary>Most pages of 1000 keys that are listed for one prefix.</summary>
    /// <remarks>
    /// Fifty times what a bundle holds, so that other objects may lie there; a whole archive is a prefix too short.
    /// </remarks>
    private const int MaxPages = 10;

    private readonly S3Objects _objects = new(s3);

    public async Task<IReadOnlyList<StoredObject>> ListAsync(
        SourceBucket bucket, string prefix, CancellationToken cancellationToken)
    {
        var found = new List<StoredObject>();
        string? next = null;
        for (var number = 1; number <= MaxPages; number++)
        {
            var page = await _objects.ListPageAsync(
                bucket.Name, prefix, next, bucket.Owner, cancellationToken);
            found.AddRange((page.S3Objects ?? []).Select(one => new StoredObject(one.Key, one.Size ?? 0)));
            next = page.NextContinuationToken;
            if (string.IsNullOrEmpty(next))
            {
                return found;
            }
        }

        throw new ServiceException(
            ServiceFailure.Rejected,
            $"s3://{bucket.Name}/{prefix} has more than {MaxPages * 1000} objects. Give a longer prefix, under which "
            + "there are only the CA certificates that the directory shall trust.");
    }

    public async Task<ObjectContent?> FindAsync(
        SourceBucket bucket, string key, long maxBytes, CancellationToken cancellationToken)
    {
        var (bytes, version) = await _objects.FindVersionAsync(
            bucket.Name, key, cancellationToken, maxBytes, bucket.Owner);
        return bytes is null ? null : new ObjectContent(bytes, version);
    }
}
