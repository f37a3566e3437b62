using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Puts a CA's settings back to what they were before the resource.</summary>
public sealed class CaRestorer(
    IPrivateCa privateCa,
    CaHolder holder,
    IRestorePoints points,
    RestoreBucket bucket,
    RevocationChange change,
    TimeProvider time)
{
    /// <summary>Returns what a person should know; null when everything is as it was before.</summary>
    public async Task<string?> RestoreAsync(RestoreTarget target, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading what CA {target.Ca.CaId} had before";
        var point = await FindAsync(target, cancellationToken);
        var ca = await FindCaAsync(target.Ca, cancellationToken);
        var held = ca is null ? null : await holder.FindAsync(ca, work, cancellationToken);
        var restoration = Restoration.Of(point, RestorePointKeeper.OwnerOf(work), ca, held, target);
        if (restoration.PutBack is { } previous)
        {
            restoration = await PutBackAsync(restoration, ca!.Revocation, previous, target, work, cancellationToken);
        }

        if (restoration.Says is { } says)
        {
            work.Log.Warned(target.Ca.ToString(), says);
        }

        if (restoration.LetGo)
        {
            await LetGoAsync(target, held, point, work, cancellationToken);
        }
        else if (restoration.IsLeft && point is { LeftAt: null })
        {
            var left = point with { LeftAt = time.GetUtcNow() };
            await points.SaveAsync(target.Bucket, target.Ca.CaId, left, cancellationToken);
        }

        return restoration.Says;
    }

    /// <summary>
    /// A bucket that is gone or refuses must not keep a stack from being deleted or rolled back: the CA then goes on
    /// publishing where it does, which breaks no certificate.
    /// </summary>
    private async Task<Restoration> PutBackAsync(
        Restoration restoration,
        RevocationSettings current,
        CrlSettings previous,
        RestoreTarget target,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"looking at the bucket that CA {target.Ca.CaId} had before";
        if (await bucket.FindProblemAsync(previous, target.Ca.CaId, cancellationToken) is { IsGone: true } problem)
        {
            return Restoration.Left($"bucket '{problem.Bucket}' {problem.Says}.", target);
        }

        try
        {
            await change.ApplyAsync(target.Ca, RevocationPlan.Between(current, previous), work, cancellationToken);
            return restoration with { Says = LastCrl.Warning(target.Ca, current.Crl, previous, time.GetUtcNow()) };
        }
        catch (BucketRefusedException refused)
        {
            return Restoration.Left(
                $"Private CA does not take bucket '{previous.S3BucketName}' ({refused.Refusal}).", target);
        }
    }

    /// <remarks>
    /// The tag goes first: a request that ends in between finds the earlier settings in force when it is repeated, and
    /// a stack that adopts the CA in between records those.
    /// </remarks>
    private async Task LetGoAsync(
        RestoreTarget target, string? held, RestorePoint? point, ResourceWork work, CancellationToken cancellationToken)
    {
        await holder.ReleaseAsync(target.Ca, held, work, cancellationToken);
        if (point is not null)
        {
            work.Progress.Doing = $"removing the restore point of CA {target.Ca.CaId}";
            work.Log.Noted(
                target.Ca.ToString(),
                $"Removing the restore point; before this stack there was {RevocationText.Of(point.Previous)}.");
            await points.RemoveAsync(target.Bucket, target.Ca.CaId, cancellationToken);
        }
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
