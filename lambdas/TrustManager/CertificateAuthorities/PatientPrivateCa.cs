using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Private CA whose passing failures are waited out.</summary>
public sealed class PatientPrivateCa(IPrivateCa inner, Patience patience) : IPrivateCa
{
    public Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.DescribeAsync(ca, token), cancellationToken);

    public Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.ConfigureRevocationAsync(ca, settings, token), cancellationToken);

    public Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.SetStatusAsync(ca, status, token), cancellationToken);

    public Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.GetCaCertificateAsync(ca, token), cancellationToken);

    public Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.GetCsrAsync(ca, token), cancellationToken);

    public Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.IssueAsync(ca, order, token), cancellationToken);

    public Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.GetIssuedAsync(ca, certificateArn, token), cancellationToken);

    public Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.ImportAsync(ca, certificate, token), cancellationToken);
}
