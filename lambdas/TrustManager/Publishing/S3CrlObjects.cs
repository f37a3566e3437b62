using Amazon.S3;

namespace Infra.TrustManager.Publishing;

/// <summary>The CRL bucket over the S3 API.</summary>
public sealed class S3CrlObjects(IAmazonS3 s3) : ICrlObjects
{
    private readonly S3Objects _objects = new(s3);

    public Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        _objects.FindAsync(bucket, key, cancellationToken);

    public Task<bool> ExistsAsync(string bucket, string key, CancellationToken cancellationToken) =>
        _objects.ExistsAsync(bucket, key, cancellationToken);

    public Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken) =>
        _objects.PutAsync(bucket, key, der, "application/pkix-cert", cancellationToken);
}
