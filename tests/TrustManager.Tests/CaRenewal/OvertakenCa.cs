using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>Private CA, before one call of which something else happens.</summary>
internal sealed class OvertakenCa(IPrivateCa inner, int at = -1, Func<Task>? before = null) : IPrivateCa
{
    public int Made { get; private set; }

    public Task<CertificateAuthority> DescribeAsync(CaArn ca, CancellationToken cancellationToken) =>
        PassAsync(() => inner.DescribeAsync(ca, cancellationToken));

    public Task ConfigureRevocationAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken) =>
        inner.ConfigureRevocationAsync(ca, settings, cancellationToken);

    public Task SetStatusAsync(CaArn ca, string status, CancellationToken cancellationToken) =>
        inner.SetStatusAsync(ca, status, cancellationToken);

    public Task<CertificateAndChain> GetCaCertificateAsync(CaArn ca, CancellationToken cancellationToken) =>
        PassAsync(() => inner.GetCaCertificateAsync(ca, cancellationToken));

    public Task<string> GetCsrAsync(CaArn ca, CancellationToken cancellationToken) =>
        PassAsync(() => inner.GetCsrAsync(ca, cancellationToken));

    public Task<string> IssueAsync(CaArn ca, CertificateOrder order, CancellationToken cancellationToken) =>
        PassAsync(() => inner.IssueAsync(ca, order, cancellationToken));

    public Task<CertificateAndChain> GetIssuedAsync(CaArn ca, string certificateArn, CancellationToken cancellationToken) =>
        PassAsync(() => inner.GetIssuedAsync(ca, certificateArn, cancellationToken));

    public Task ImportAsync(CaArn ca, CertificateAndChain certificate, CancellationToken cancellationToken) => PassAsync(async () =>
    {
        await inner.ImportAsync(ca, certificate, cancellationToken);
        return true;
    });

    private async Task<T> PassAsync<T>(Func<Task<T>> call)
    {
        if (Made++ == at)
        {
            await before!();
        }

        return await call();
    }
}
