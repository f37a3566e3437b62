using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>A CA that accepts changes without making them.</summary>
internal sealed class StubbornCa(IPrivateCa inner) : IPrivateCa
{
    public Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken) => inner.DescribeAsync(ca, cancellationToken);

    public Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken) => inner.GetCaCertificateAsync(ca, cancellationToken);

    public Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken) => inner.GetCsrAsync(ca, cancellationToken);

    public Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken) => inner.IssueAsync(ca, order, cancellationToken);

    public Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken) =>
        inner.GetIssuedAsync(ca, certificateArn, cancellationToken);

    public Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken) => Task.CompletedTask;
}
