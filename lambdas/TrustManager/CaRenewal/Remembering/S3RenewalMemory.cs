using Amazon.S3;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Memory;

namespace Infra.TrustManager.CaRenewal.Remembering;

/// <summary>The memory of one CA as a JSON object in the CRL bucket; the responder serves nothing from there.</summary>
public sealed class S3RenewalMemory(IAmazonS3 s3, string bucket, CaArn ca) : IRenewalMemory
{
    public const string Prefix = "ca-renewal/";

    private readonly string _key = $"{Prefix}{ca.CaId}.json";
    private readonly S3Documents _documents = new(s3);

    public Task<RenewalReading> FindAsync(CancellationToken cancellationToken) =>
        CallAsync(
            "s3:GetObject",
            async () =>
            {
                var (json, etag) = await _documents.GetAsync(bucket, _key, versionId: null, cancellationToken);
                return json is null
                    ? new RenewalReading(null, null)
                    : new RenewalReading(RenewalDocument.Read(json, $"s3://{bucket}/{_key}"), etag);
            },
            cancellationToken);

    public Task<string> SaveAsync(RenewalMemory memory, string? etag, CancellationToken cancellationToken) =>
        CallAsync(
            "s3:PutObject",
            () => _documents.PutAsync(bucket, _key, RenewalDocument.Write(memory), etag, cancellationToken),
            cancellationToken);

    private Task<T> CallAsync<T>(string action, Func<Task<T>> call, CancellationToken cancellationToken) =>
        S3Documents.CallAsync(
            action,
            bucket,
            _key,
            $"so another run works on CA {ca.CaId}. It goes on; run this one again when it has ended.",
            call,
            cancellationToken);
}
