using System.Collections.Concurrent;
using Infra.Local.Endpoint;
using Infra.Local.S3.Notifications;

namespace Infra.Local.S3.Store;

/// <summary>All buckets of the account, in memory; knows nothing of HTTP or permissions.</summary>
public sealed class ObjectStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public TimeProvider Clock => clock;

    /// <summary>Hears what happens to objects. Default: nobody does.</summary>
    public ObjectNotices Notices { get; init; } = ObjectNotices.None;

    public IEnumerable<Bucket> Buckets => _buckets.Values.OrderBy(bucket => bucket.Name, StringComparer.Ordinal);

    public Bucket? Find(string name) => _buckets.GetValueOrDefault(name);

    /// <exception cref="AwsException"><c>NoSuchBucket</c>.</exception>
    public Bucket Get(string name) => Find(name)
        ?? throw new AwsException("NoSuchBucket", $"The specified bucket does not exist: '{name}'.", 404);

    /// <exception cref="AwsException"><c>InvalidBucketName</c> or <c>BucketAlreadyOwnedByYou</c>.</exception>
    public Bucket Create(string name, BucketSettings settings)
    {
        if (!BucketName.IsValid(name))
        {
            throw new AwsException(
                "InvalidBucketName",
                $"The specified bucket is not valid: '{name}'. Use 3 to {BucketName.MaximumLength} lower-case letters, "
                    + "digits, dots and hyphens.");
        }

        var bucket = new Bucket(name, clock.GetUtcNow(), settings);
        return _buckets.TryAdd(name, bucket)
            ? bucket
            : throw new AwsException("BucketAlreadyOwnedByYou", $"You already own the bucket '{name}'; choose another "
                + "name.", 409);
    }

    /// <exception cref="AwsException"><c>BucketNotEmpty</c>: old versions and delete markers count too.</exception>
    public void Delete(string name)
    {
        var bucket = Get(name);
        if (!bucket.Versions.IsEmpty)
        {
            throw new AwsException(
                "BucketNotEmpty",
                $"The bucket you tried to delete is not empty: '{name}' holds {bucket.Versions.Count} keys. "
                    + "Delete every object, version and delete marker first.",
                409);
        }

        _buckets.TryRemove(name, out _);
    }
}
