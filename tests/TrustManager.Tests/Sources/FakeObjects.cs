using Infra.TrustManager.Retrying;
using Infra.TrustManager.Sources;

namespace Infra.TrustManager.Tests.Sources;

/// <summary>A bucket with objects; an object may be locked, or go as soon as it was listed.</summary>
internal sealed class FakeObjects : SortedDictionary<string, byte[]>, ICertificateObjects
{
    public FakeObjects()
        : base(StringComparer.Ordinal)
    {
    }

    public Dictionary<string, ServiceFailure> Failing { get; } = [];

    public HashSet<string> Vanishing { get; } = [];

    public List<string> Read { get; } = [];

    /// <summary>Comes before each listing.</summary>
    public Action WhenListed { get; set; } = () => { };

    /// <summary>True when the bucket may not even be listed.</summary>
    public bool IsLocked { get; set; }

    public Task<IReadOnlyList<StoredObject>> ListAsync(
        SourceBucket bucket, string prefix, CancellationToken cancellationToken)
    {
        WhenListed();
        return IsLocked
            ? Task.FromException<IReadOnlyList<StoredObject>>(new ServiceException(
                ServiceFailure.Denied, $"s3:ListBucket on {bucket.Name}/{prefix} failed (AccessDenied: Access Denied)."))
            : Task.FromResult<IReadOnlyList<StoredObject>>(
                [.. this.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(one => new StoredObject(one.Key, one.Value.Length))]);
    }

    public Task<ObjectContent?> FindAsync(
        SourceBucket bucket, string key, long maxBytes, CancellationToken cancellationToken)
    {
        Read.Add(key);
        return Failing.TryGetValue(key, out var failure)
            ? Task.FromException<ObjectContent?>(
                new ServiceException(failure, $"s3:GetObject on {bucket.Name}/{key} failed (No)."))
            : Task.FromResult(Vanishing.Contains(key) ? null : new ObjectContent(this[key], $"version of {key}"));
    }
}
