using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>A CRL bucket whose passing failures are waited out.</summary>
public sealed class PatientCrlObjects(ICrlObjects objects, Patience patience) : ICrlObjects
{
    public Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken) =>
        patience.AskAsync(token => objects.FindAsync(bucket, key, token), cancellationToken);

    public Task<byte[]?> FindCrlAsync(string bucket, string key, CancellationToken cancellationToken) =>
        patience.AskAsync(token => objects.FindCrlAsync(bucket, key, token), cancellationToken);

    public Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken) =>
        patience.DoAsync(token => objects.PutCertificateAsync(bucket, key, der, token), cancellationToken);
}
