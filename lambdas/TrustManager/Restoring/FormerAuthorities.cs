using System.Globalization;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>
/// Refuses to replace a CA whose certificates name our host, unless the environment file lists it as a former one.
/// </summary>
/// <remarks>
/// A CA that leaves the environment file gets its earlier settings back in the same deployment, after the new one is
/// configured: then no CRL is written any longer where its certificates look for it. Nothing but a refusal comes in
/// time. The bucket belongs to one environment, so that the restore points in it are those of one stack.
/// </remarks>
public sealed class FormerAuthorities(IRestorePoints points, TimeProvider time)
{
    /// <param name="earlier">What the resource managed before; when it is replaced, that is its own affair.</param>
    /// <exception cref="ResourceException">A CA would be given back; nothing was changed.</exception>
    public async Task CheckAsync(
        CaRevocationProperties properties, RestoreTarget? earlier, ResourceWork work, CancellationToken cancellationToken)
    {
        if (properties.IsFormer || earlier?.Ca == properties.CertificateAuthorityArn)
        {
            return;
        }

        work.Progress.Doing = "reading which CAs published here before";
        string?[] known =
        [
            properties.CertificateAuthorityArn.CaId,
            earlier?.Ca.CaId,
            .. properties.FormerCertificateAuthorities.Select(former => former.CaId),
        ];
        var problems = new List<string>();
        foreach (var caId in (await points.ListAsync(properties.CrlBucketName, cancellationToken)).Except(known))
        {
            if (await points.FindAsync(properties.CrlBucketName, caId!, cancellationToken) is { } point
                && IsOurs(point, work))
            {
                problems.Add(Problem(properties, caId!, point));
            }
        }

        if (problems.Count > 0)
        {
            throw new ResourceException($"{string.Join(" ", problems)} Nothing was changed.");
        }
    }

    /// <summary>True for a CA that this stack would give back when it leaves the environment file.</summary>
    private static bool IsOurs(RestorePoint point, ResourceWork work) =>
        point.Owner.StackId == work.Request.Address.StackId && point.RestoreOnDelete && point.LeftAt is null;

    private string Problem(CaRevocationProperties properties, string caId, RestorePoint point)
    {
        var days = point.Applied?.ExpirationInDays ?? properties.ExpirationInDays;
        var day = time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"CA {caId} publishes here and is no longer in the environment file. It would get its earlier CRL settings "
            + $"back, and sign-in with the certificates that it issued meanwhile would fail on {day} at the latest. Add "
            + $"{Entry(properties, caId, point)} to formerCertificateAuthorities and deploy again; remove it when those "
            + "certificates have expired, in a deployment of its own.";
    }

    /// <summary>The entry to add, as in the environment file.</summary>
    private static string Entry(CaRevocationProperties properties, string caId, RestorePoint point)
    {
        var previous = point.Previous.Crl;
        string[] members =
        [
            $"\"arn\": \"{properties.CertificateAuthorityArn with { CaId = caId }}\"",
            $"\"crlType\": \"{point.Applied?.CrlType ?? CrlTypes.Complete}\"",
            .. previous.S3BucketName is { Length: > 0 } bucket && bucket != properties.CrlBucketName
                ? [$"\"restoreBucketName\": \"{bucket}\""]
                : Array.Empty<string>(),
            .. previous.CustomPath is { Length: > 0 } path
                ? [$"\"restoreCustomPath\": \"{path}\""]
                : Array.Empty<string>(),
        ];
        return $"{{ {string.Join(", ", members)} }}";
    }
}
