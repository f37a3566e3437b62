using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>
/// Keeps the way back to a CA's earlier settings through Create, Update and every interruption of them.
/// </summary>
public sealed class RestorePointKeeper(IRestorePoints points, TimeProvider time)
{
    /// <summary>Reads what is kept and refuses, before anything is changed, what could not be undone.</summary>
    /// <param name="earlier">What the resource managed before this request; null on Create.</param>
    public async Task<Adoption> PrepareAsync(
        CaRevocationProperties properties,
        CertificateAuthority ca,
        RestoreTarget? earlier,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading the restore point of CA {ca.Arn.CaId}";
        var (existing, carried) = await FindAsync(properties, earlier, cancellationToken);
        var adoption = new Adoption
        {
            Owner = OwnerOf(work),
            Existing = existing,
            IsCarried = carried,
            Current = ca.Revocation,
            Desired = properties.DesiredCrl(),
            TakesOver = earlier is null || earlier.Ca != ca.Arn,
        };
        if (adoption.OtherOwner() is { } other)
        {
            throw new ResourceException(
                $"CA {ca.Arn.CaId} is managed by {other}, and two stacks cannot manage one CA. Nothing was changed. "
                    + "Remove it from that stack "
                + "first; if that stack is gone, delete "
                + $"s3://{properties.CrlBucketName}/{RestorePointKey.For(ca.Arn.CaId)} and deploy again.");
        }

        return adoption.PointToSave(time.GetUtcNow()) is { } point
            && RestoreAccess.Problem(point.Previous.Crl, properties) is { } problem
            ? throw new ResourceException(problem)
            : adoption;
    }

    /// <summary>Writes the restore point unless it is there as it should be; null when none can be known.</summary>
    public async Task<RestorePoint?> RecordAsync(
        Adoption adoption, CaRevocationProperties properties, ResourceWork work, CancellationToken cancellationToken)
    {
        var caId = properties.CertificateAuthorityArn.CaId;
        work.Progress.Doing = $"recording the restore point of CA {caId}";
        var point = adoption.PointToSave(time.GetUtcNow());
        if (point is not null && (point != adoption.Existing || adoption.IsCarried))
        {
            await points.SaveAsync(properties.CrlBucketName, caId, point, cancellationToken);
            work.Log.Noted(
                properties.CertificateAuthorityArn.ToString(),
                $"Deleting the resource restores {RevocationText.Of(point.Previous)}.");
        }

        return point;
    }

    /// <summary>
    /// Notes that the change is done, and removes the restore point from a bucket that is used no more.
    /// </summary>
    public async Task ConfirmAsync(
        RestorePoint? point,
        CaRevocationProperties properties,
        RestoreTarget? earlier,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        var caId = properties.CertificateAuthorityArn.CaId;
        work.Progress.Doing = $"confirming the restore point of CA {caId}";
        if (point is { Applying: { } applied })
        {
            var confirmed = point with { Applied = applied, Applying = null };
            await points.SaveAsync(properties.CrlBucketName, caId, confirmed, cancellationToken);
        }

        if (point is not null && MovedFrom(properties, earlier) is { } bucket)
        {
            await points.RemoveAsync(bucket, caId, cancellationToken);
        }
    }

    public static IEnumerable<string> Warnings(RestorePoint? point)
    {
        if (point is null)
        {
            yield return "It is not known what the CA's CRL settings were before this stack: deleting it will leave "
                + "them as they are.";
        }
    }

    internal static RestorePointOwner OwnerOf(ResourceWork work) =>
        new(work.Request.Address.StackId, work.Request.Address.LogicalResourceId);

    /// <summary>The bucket that kept the restore point before this request, when it is another one.</summary>
    private static string? MovedFrom(CaRevocationProperties properties, RestoreTarget? earlier) =>
        earlier is not null
        && earlier.Ca == properties.CertificateAuthorityArn
        && earlier.Bucket != properties.CrlBucketName
            ? earlier.Bucket
            : null;

    private async Task<(RestorePoint? Point, bool Carried)> FindAsync(
        CaRevocationProperties properties, RestoreTarget? earlier, CancellationToken cancellationToken)
    {
        var caId = properties.CertificateAuthorityArn.CaId;
        return MovedFrom(properties, earlier) is { } bucket
            && await FindEarlierAsync(bucket, caId, cancellationToken) is { } carried
            ? (carried, true)
            : (await points.FindAsync(properties.CrlBucketName, caId, cancellationToken), false);
    }

    private async Task<RestorePoint?> FindEarlierAsync(string bucket, string caId, CancellationToken cancellationToken)
    {
        try
        {
            return await points.FindAsync(bucket, caId, cancellationToken);
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound)
        {
            return null;
        }
        catch (ServiceException denied) when (denied.Failure == ServiceFailure.Denied)
        {
            throw new ResourceException(
                $"The CRL bucket changed, and what CA {caId} had before is recorded in the earlier bucket '{bucket}', "
                    + "which this function may not read. "
                + "Nothing was changed. In the environment file set certificateAuthority.restoreBucketName to "
                + $"\"{bucket}\" and deploy again.",
                denied);
        }
    }
}
