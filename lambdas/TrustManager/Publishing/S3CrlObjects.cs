using Amazon.S3;

namespace Infra.TrustManager.Publishing;

/// <summary>The CRL bucket over the S3 API.</summary>
public sealed class S3CrlObjects(IAmazonS3 s3) : ICrlObjects
{
    private readonly S3Objects _objects = new(s3);

    public Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        _objects.FindAsync(bucket, key, cancellationToken);

    public async Task<string?> FindCrlKeyAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        var keys = await _objects.ListAsync(bucket, prefix, cancellationToken);
        return keys.FirstOrDefault(key => key.EndsWith(".crl", StringComparison.Ordinal));
    }

    public Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken) =>
        _objects.PutAsync(bucket, key, der, "application/pkix-cert", cancellationToken);
}
