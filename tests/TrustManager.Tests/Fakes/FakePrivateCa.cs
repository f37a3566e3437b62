using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>
/// Private CA by its documented rules, and where the documents leave doubt by the least kind reading.
/// </summary>
internal sealed class FakePrivateCa(AwsCalls calls, FakeBucket bucket, FakeTime time) : IPrivateCa, ICaTags
{
    private readonly Dictionary<CaArn, FakeCa> _authorities = [];

    /// <summary>Buckets that both Private CA and the function may write to.</summary>
    public HashSet<string> WritableBuckets { get; } = [Some.Bucket];

    /// <summary>When a bucket's policy comes into effect; until then Private CA refuses the bucket.</summary>
    public DateTimeOffset PolicyInEffect { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Until when every change meets an earlier one.</summary>
    public DateTimeOffset BusyUntil { get; set; } = DateTimeOffset.MinValue;

    /// <summary>When a certificate or CSR that was asked for is made.</summary>
    public DateTimeOffset MadeAt { get; set; } = DateTimeOffset.MinValue;

    /// <summary>From issuing the first certificate to the CRL in the bucket; null: it never comes.</summary>
    public TimeSpan? CrlDelay { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>What a CA makes of an order; null: some certificate, whatever was ordered.</summary>
    public Func<CaArn, CertificateOrder, CertificateAndChain>? Sign { get; set; }

    public FakeCa Add(CaArn arn) => _authorities[arn] = new FakeCa(arn);

    public void Remove(CaArn arn) => _authorities.Remove(arn);

    public Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken) =>
        calls.PassAsync("describe", () => new CertificateAuthority
        {
            Arn = ca,
            Status = Find(ca).Unreadable is { } failure
                ? throw new ServiceException(failure, $"acm-pca:DescribeCertificateAuthority on CA {ca.CaId} failed ({failure}).")
                : Find(ca).Status,
            RestorableUntil = Find(ca).RestorableUntil,
            SigningAlgorithm = "SHA256WITHECDSA",
            IsRoot = Find(ca).IsRoot,
            NotAfter = Find(ca).NotAfter,
            Revocation = Find(ca).Revocation,
        }, cancellationToken);

    public Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken) =>
        calls.PassAsync("configure", () =>
        {
            var authority = Changeable(ca);
            Check(settings.Crl);

            // What an omitted part means is not documented: here it is lost.
            authority.Revocation = settings;
            authority.History.Add(settings);
            return true;
        }, cancellationToken);

    public Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken) =>
        calls.PassAsync("set status", () => Changeable(ca).Status = status, cancellationToken);

    Task<string?> ICaTags.FindAsync(CaArn ca, string key, CancellationToken cancellationToken) =>
        calls.PassAsync("list tags", () => Find(ca).Tags.GetValueOrDefault(key), cancellationToken);

    public Task SetAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        calls.PassAsync("tag", () => Find(ca).Tags[key] = value, cancellationToken);

    public Task RemoveAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        calls.PassAsync("untag", () => Find(ca).Tags.GetValueOrDefault(key) == value && Find(ca).Tags.Remove(key), cancellationToken);

    public Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken) =>
        calls.PassAsync("get CA certificate", () => Find(ca).Certificate ?? throw State(ca), cancellationToken);

    public Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken) =>
        calls.PassAsync("get CSR", () => Made(Find(ca).Csr), cancellationToken);

    public Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken) =>
        calls.PassAsync("issue", () =>
        {
            var authority = Find(ca);
            if (authority.Status != CaStatus.Active)
            {
                throw State(ca);
            }

            if (authority.Tokens.TryGetValue(order.IdempotencyToken, out var earlier) && time.GetUtcNow() - earlier.At < TimeSpan.FromMinutes(5))
            {
                return earlier.Arn;
            }

            var arn = $"{ca}/certificate/{authority.Issued.Count + 1:x32}";
            authority.Orders.Add(order);
            authority.Tokens[order.IdempotencyToken] = (arn, time.GetUtcNow());
            var crl = authority.Revocation.Crl;
            var key = CrlKey(ca, crl);
            authority.Issued[arn] = Sign?.Invoke(ca, order)
                ?? Some.Certificate(CrlUrl(ca, crl));
            if (crl is { Enabled: true, S3BucketName: { } name } && CrlDelay is { } delay)
            {
                var point = crl.CrlType == CrlTypes.Partitioned ? $"http://{crl.CustomCname}/{key}" : null;
                bucket.Arriving.Add((time.GetUtcNow() + delay, name, key, at => authority.MakeCrl(at, point)));
            }

            return arn;
        }, cancellationToken);

    public Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken) =>
        calls.PassAsync("get certificate", () => Made(Find(ca).Issued[certificateArn]), cancellationToken);

    public Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken) =>
        calls.PassAsync("import", () =>
        {
            var authority = Find(ca);
            authority.Certificate = certificate;
            authority.Imported.Add(certificate);
            authority.Status = CaStatus.Active;
            return true;
        }, cancellationToken);

    /// <summary>What a certificate names as its CRL; null when it names none.</summary>
    public static string? CrlUrl(CaArn ca, CrlSettings crl) =>
        crl is { Enabled: true, OmitExtension: not true } ? $"http://{crl.CustomCname}/{CrlKey(ca, crl)}" : null;

    /// <summary>A partition's name is chosen by the service; here it is one that nobody can guess.</summary>
    private static string CrlKey(CaArn ca, CrlSettings crl) =>
        crl.CrlType == CrlTypes.Partitioned ? $"{crl.CustomPath}/0f7d3c1e-partition.crl" : $"crl/{ca.CaId}.crl";

    private static ServiceException State(CaArn ca) => new(ServiceFailure.InvalidState, $"CA {ca.CaId} is in the wrong state.");

    private FakeCa Find(CaArn ca) => _authorities.GetValueOrDefault(ca)
        ?? throw new ServiceException(ServiceFailure.NotFound, $"CA {ca.CaId} does not exist.");

    private FakeCa Changeable(CaArn ca)
    {
        var authority = Find(ca);
        if (authority.Status is not (CaStatus.Active or CaStatus.Disabled))
        {
            throw State(ca);
        }

        return time.GetUtcNow() >= BusyUntil ? authority
            : throw new ServiceException(ServiceFailure.ConcurrentModification, "Another change is running.");
    }

    private T Made<T>(T what) => time.GetUtcNow() >= MadeAt ? what
        : throw new ServiceException(ServiceFailure.InProgress, "It is being made.");

    private void Check(CrlSettings crl)
    {
        if (!crl.Enabled && crl != CrlSettings.Disabled)
        {
            throw new ServiceException(ServiceFailure.Rejected, "A disabled configuration has no other members.");
        }

        if (crl.Enabled && (!WritableBuckets.Contains(crl.S3BucketName!) || time.GetUtcNow() < PolicyInEffect))
        {
            throw new ServiceException(ServiceFailure.BucketPermission, "Permission error with your S3 bucket.");
        }
    }
}
