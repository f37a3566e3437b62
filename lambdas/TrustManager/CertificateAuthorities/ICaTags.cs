using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>The tags of a CA, one at a time.</summary>
/// <remarks>
/// Every method throws <see cref="ServiceException"/>, and may be repeated after it took effect unnoticed.
/// </remarks>
public interface ICaTags
{
    /// <summary>The value of a tag, or null when the CA has no such tag.</summary>
    Task<string?> FindAsync(CaArn ca, string key, CancellationToken cancellationToken);

    /// <param name="value">At most 256 characters.</param>
    Task SetAsync(CaArn ca, string key, string value, CancellationToken cancellationToken);

    /// <summary>Removes this very pair; a tag with another value stays.</summary>
    Task RemoveAsync(CaArn ca, string key, string value, CancellationToken cancellationToken);
}
