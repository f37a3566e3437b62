using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CertificateAuthorities;

/// <summary>Tags of CAs whose passing failures are waited out.</summary>
public sealed class PatientCaTags(ICaTags inner, Patience patience) : ICaTags
{
    public Task<string?> FindAsync(CaArn ca, string key, CancellationToken cancellationToken) =>
        patience.AskAsync(token => inner.FindAsync(ca, key, token), cancellationToken);

    public Task SetAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.SetAsync(ca, key, value, token), cancellationToken);

    public Task RemoveAsync(CaArn ca, string key, string value, CancellationToken cancellationToken) =>
        patience.DoAsync(token => inner.RemoveAsync(ca, key, value, token), cancellationToken);
}
