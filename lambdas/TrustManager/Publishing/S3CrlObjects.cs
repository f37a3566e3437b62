using Amazon.S3;

namespace Infra.TrustManager.Publishing;

/// <summary>The CRL bucket over the S3 API.</summary>
public sealed class S3CrlObjects(IAmazonS3 s3) : ICrlObjects
{
    /// <summary>
    /// Largest CRL that is read: Private CA issues at most a million certificates with a complete CRL (quotas), whose
    /// entries have some 40 bytes each.
    /// </summary>
    private const long MaxCrlBytes = 64 * 1024 * 1024;

    private readonly S3Objects _objects = new(s3);

    public Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        _objects.FindAsync(bucket, key, cancellationToken);

    public Task<byte[]?> FindCrlAsync(string bucket, string key, CancellationToken cancellationToken) =>
        _objects.FindAsync(bucket, key, cancellationToken, MaxCrlBytes);

    public Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken) =>
        _objects.PutAsync(bucket, key, der, "application/pkix-cert", cancellationToken);
}
