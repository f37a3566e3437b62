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

        var installed = await InstalledAsync(ca, cancellationToken);
        var (parent, parentInstalled, failure) = settings.Reissue?.Parent is { } above
            ? await ReadParentAsync(above, cancellationToken)
            : (null, null, null);
        return CaView.Of(ca, installed, parent, parentInstalled) with { ParentFailure = failure };
    }

    /// <remarks>
    /// The CA above is needed on the day of the renewal only: until then everything else is looked after without it.
    /// </remarks>
    private async Task<(CertificateAuthority? Parent, CertificateAndChain? Installed, ParentFailure? Failure)>
        ReadParentAsync(CaArn above, CancellationToken cancellationToken)
    {
        try
        {
            var parent = await privateCa.DescribeAsync(above, cancellationToken);
            return (parent, await InstalledAsync(parent, cancellationToken), null);
        }
        catch (ServiceException failure)
        {
            return (null, null, new ParentFailure(above, failure.Failure, failure.Message));
        }
    }

    /// <summary>In every other state Private CA answers InvalidStateException.</summary>
    private async Task<CertificateAndChain?> InstalledAsync(
        CertificateAuthority ca, CancellationToken cancellationToken) =>
        ca.Status is CaStatus.Active or CaStatus.Disabled or CaStatus.Expired
            ? await privateCa.GetCaCertificateAsync(ca.Arn, cancellationToken)
            : null;
}
