using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Publishing;

/// <summary>The CRL bucket, as far as these functions publish to it and look into it.</summary>
/// <remarks>Every method throws <see cref="ServiceException"/>.</remarks>
public interface ICrlObjects
{
    /// <summary>The bytes of an object, or null when there is none.</summary>
    Task<byte[]?> FindAsync(string bucket, string key, CancellationToken cancellationToken);

    /// <summary>The bytes of a CRL, or null when there is none.</summary>
    Task<byte[]?> FindCrlAsync(string bucket, string key, CancellationToken cancellationToken);

    Task PutCertificateAsync(string bucket, string key, byte[] der, CancellationToken cancellationToken);
}
