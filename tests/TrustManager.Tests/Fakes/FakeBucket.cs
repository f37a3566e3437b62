using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>The buckets of an account: objects and restore points, by bucket and key.</summary>
internal sealed class FakeBucket(AwsCalls calls, FakeTime time) : ICrlObjects, IRestorePoints
{
    public Dictionary<(string Bucket, string Key), byte[]> Objects { get; } = [];

    public Dictionary<(string Bucket, string CaId), RestorePoint> Points { get; } = [];

    /// <summary>CRLs that Private CA has yet to write, and when it does.</summary>
    public List<(DateTimeOffset At, string Bucket, string Key, Func<DateTimeOffset, byte[]> Crl)> Arriving { get; } = [];

    /// <summary>Buckets that the function has no permission for.</summary>
    public HashSet<string> Closed { get; } = [];

    /// <summary>Whether the function may read no CRL, and everything else.</summary>
    public bool AreCrlsClosed { get; set; }

    /// <summary>Buckets that do not exist.</summary>
    public HashSet<string> Gone { get; } = [];

    public Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        calls.PassAsync("s3:GetObject", () => Open(bucket) ? Objects.GetValueOrDefault((bucket, key)) : null, cancellationToken);

    public Task<byte[]?> FindCrlAsync(string bucket, string key, CancellationToken cancellationToken) =>
        calls.PassAsync("s3:GetObject", () => !AreCrlsClosed && Open(bucket) ? Arrived(bucket, key) : throw Denied(bucket), cancellationToken);

    public Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken) =>
        calls.PassAsync("s3:PutObject", () => Open(bucket) ? Objects[(bucket, key)] = der : der, cancellationToken);

    Task<RestorePoint?> IRestorePoints.FindAsync(string bucket, string caId, CancellationToken cancellationToken) =>
        calls.PassAsync("find restore point", () => Open(bucket) ? Points.GetValueOrDefault((bucket, caId)) : null, cancellationToken);

    public Task<IReadOnlyList<string>> ListAsync(string bucket, CancellationToken cancellationToken) => calls.PassAsync<IReadOnlyList<string>>(
        "list restore points",
        () => Open(bucket) ? [.. Points.Keys.Where(point => point.Bucket == bucket).Select(point => point.CaId)] : [],
        cancellationToken);

    public Task SaveAsync(string bucket, string caId, RestorePoint point, CancellationToken cancellationToken) =>
        calls.PassAsync("save restore point", () => Open(bucket) ? Points[(bucket, caId)] = point : point, cancellationToken);

    public Task RemoveAsync(string bucket, string caId, CancellationToken cancellationToken) =>
        calls.PassAsync("remove restore point", () => Open(bucket) && Points.Remove((bucket, caId)), cancellationToken);

    private byte[]? Arrived(string bucket, string key)
    {
        foreach (var crl in Arriving.Where(crl => crl.At <= time.GetUtcNow()).ToList())
        {
            Objects[(crl.Bucket, crl.Key)] = crl.Crl(crl.At);
            Arriving.Remove(crl);
        }

        return Objects.GetValueOrDefault((bucket, key));
    }

    private bool Open(string bucket) => Gone.Contains(bucket)
        ? throw new ServiceException(ServiceFailure.NotFound, $"s3 on {bucket} failed (NoSuchBucket: No such bucket).")
        : !Closed.Contains(bucket)
        ? true
        : throw Denied(bucket);

    private static ServiceException Denied(string bucket) =>
        new(ServiceFailure.Denied, $"s3 on {bucket} failed (AccessDenied: Access Denied).");
}
