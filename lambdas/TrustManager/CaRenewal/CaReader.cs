using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;

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
        var (parent, failure) = settings.Reissue?.Parent is { } above
            ? await ReadParentAsync(above, cancellationToken)
            : (null, null);
        return CaView.Of(ca, installed, parent) with { ParentFailure = failure };
    }

    /// <remarks>
    /// The CA above is needed on the day of the renewal only: until then everything else is looked after without it.
    /// </remarks>
    private async Task<(CertificateAuthority? Parent, ParentFailure? Failure)> ReadParentAsync(
        CaArn parent, CancellationToken cancellationToken)
    {
        try
        {
            return (await privateCa.DescribeAsync(parent, cancellationToken), null);
        }
        catch (ServiceException failure)
        {
            return (null, new ParentFailure(parent, failure.Failure, failure.Message));
        }
    }
}
