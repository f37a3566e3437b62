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
    /// <summary>Reads what is kept of the CA.</summary>
    /// <param name="earlier">What the resource managed before this request; null on Create.</param>
    public async Task<KeptPoint> FindAsync(
        CaRevocationProperties properties,
        RestoreTarget? earlier,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        var caId = properties.CertificateAuthorityArn.CaId;
        work.Progress.Doing = $"reading the restore point of CA {caId}";
        return MovedFrom(properties, earlier) is { } bucket
            && await FindEarlierAsync(bucket, caId, cancellationToken) is { } carried
            ? new KeptPoint(carried, IsCarried: true)
            : new KeptPoint(
                await points.FindAsync(properties.CrlBucketName, caId, cancellationToken), IsCarried: false);
    }

    /// <summary>Refuses, before anything is changed, what could not be undone.</summary>
    public Adoption Prepare(
        KeptPoint kept,
        CaRevocationProperties properties,
        CertificateAuthority ca,
        RestoreTarget? earlier,
        ResourceWork work)
    {
        var adoption = new Adoption
        {
            Owner = OwnerOf(work),
            Existing = kept.Point,
            IsCarried = kept.IsCarried,
            Current = ca.Revocation,
            Desired = properties.DesiredCrl(),
            RestoreOnDelete = properties.RestoreOnDelete,
            TakesOver = earlier is null || earlier.Ca != ca.Arn,
        };
        if (adoption.OtherOwner() is { } other)
        {
            throw new ResourceException(
                $"CA {ca.Arn.CaId} is managed by {other}, and two resources cannot manage one CA. Nothing was changed. "
                + "Remove it from that stack first; if that stack no longer exists, delete "
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
            await points.SaveAsync(properties.CrlBucketName, caId, point.Confirmed(applied), cancellationToken);
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
