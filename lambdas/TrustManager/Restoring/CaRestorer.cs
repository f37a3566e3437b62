using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Puts a CA's settings back to what they were before the resource.</summary>
public sealed class CaRestorer(IPrivateCa privateCa, IRestorePoints points, RevocationChange change)
{
    /// <summary>Returns what a person should know; null when everything is as it was before.</summary>
    public async Task<string?> RestoreAsync(RestoreTarget target, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading what CA {target.Ca.CaId} had before";
        var point = await FindAsync(target, cancellationToken);
        var owner = RestorePointKeeper.OwnerOf(work);
        if (await FindCaAsync(target.Ca, cancellationToken) is not { TakesChanges: true } ca)
        {
            return await LeaveAsync(
                new Restoration(
                    null,
                    RemovePoint: point?.Owner == owner,
                    $"CA {target.Ca.CaId} is gone, or in a state that takes no changes: it was left as it is."),
                target,
                point,
                work,
                cancellationToken);
        }

        var restoration = Restoration.Of(point, owner, ca.Revocation.Crl, target.RestoreOnDelete);
        if (restoration.PutBack is { } previous)
        {
            await change.ApplyAsync(target.Ca, RevocationPlan.Between(ca.Revocation, previous), work, cancellationToken);
        }

        return await LeaveAsync(restoration, target, point, work, cancellationToken);
    }

    private async Task<string?> LeaveAsync(
        Restoration restoration,
        RestoreTarget target,
        RestorePoint? point,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"removing the restore point of CA {target.Ca.CaId}";
        if (restoration.Says is { } says)
        {
            work.Log.Warned(target.Ca.ToString(), says);
        }

        if (restoration.RemovePoint && point is not null)
        {
            work.Log.Noted(
                target.Ca.ToString(),
                $"Removing the restore point; before this stack there was {RevocationText.Of(point.Previous)}.");
            await points.RemoveAsync(target.Bucket, target.Ca.CaId, cancellationToken);
        }

        return restoration.Says;
    }

    /// <summary>The restore point; null also when its bucket is gone.</summary>
    private async Task<RestorePoint?> FindAsync(RestoreTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return await points.FindAsync(target.Bucket, target.Ca.CaId, cancellationToken);
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound)
        {
            return null;
        }
    }

    private async Task<CertificateAuthority?> FindCaAsync(CaArn ca, CancellationToken cancellationToken)
    {
        try
        {
            return await privateCa.DescribeAsync(ca, cancellationToken);
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound)
        {
            return null;
        }
    }
}
