using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>AWS Private CA, as far as these functions need it.</summary>
/// <remarks>
/// Every method throws <see cref="ServiceException"/>, and may be repeated after it took effect unnoticed.
/// </remarks>
public interface IPrivateCa
{
    Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken);

    /// <summary>Replaces the CRL and the OCSP settings, both.</summary>
    Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken);

    /// <summary>Sets the status to <see cref="CaStatus.Active"/> or <see cref="CaStatus.Disabled"/>.</summary>
    Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken);

    /// <summary>The CA's own certificate.</summary>
    Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken);

    /// <summary>The CA's own certificate signing request, PEM.</summary>
    Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken);

    /// <summary>Orders a certificate; returns its ARN.</summary>
    Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// A certificate that was ordered; fails with <see cref="ServiceFailure.InProgress"/> until it is made.
    /// </summary>
    Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken);

    /// <summary>Installs the CA's own certificate, which makes it active.</summary>
    Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken);
}
