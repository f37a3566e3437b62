using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Reads a CA, its certificate and the CA above it.</summary>
public sealed class CaReader(IPrivateCa privateCa, RenewalSettings settings)
{
    public async Task<CaView> ReadAsync(CancellationToken cancellationToken)
    {
        var ca = await privateCa.DescribeAsync(settings.Ca, cancellationToken);

        // In every other state Private CA answers InvalidStateException.
        var installed = ca.Status is CaStatus.Active or CaStatus.Disabled or CaStatus.Expired
            ? await privateCa.GetCaCertificateAsync(settings.Ca, cancellationToken)
            : null;
        var parent = settings.Reissue?.Parent is { } above
            ? await privateCa.DescribeAsync(above, cancellationToken)
            : null;
        return CaView.Of(ca, installed, parent);
    }
}
