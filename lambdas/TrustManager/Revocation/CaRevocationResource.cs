using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Revocation;

/// <summary>
/// <c>Custom::CaRevocation</c>: a CA publishes its CRLs to our bucket under our name, for as long as the resource
/// exists.
/// </summary>
public sealed class CaRevocationResource(
    IPrivateCa privateCa,
    RestorePointKeeper restorePoints,
    RevocationChange change,
    AiaPublication aia,
    CaRestorer restorer) : ICustomResource
{
    /// <summary>The resource over these services.</summary>
    public static CaRevocationResource Over(
        IPrivateCa privateCa, IRestorePoints points, ICrlObjects objects, TimeProvider time)
    {
        var change = new RevocationChange(privateCa, time);
        return new CaRevocationResource(
            privateCa,
            new RestorePointKeeper(points, time),
            change,
            new AiaPublication(privateCa, objects),
            new CaRestorer(privateCa, points, change));
    }

    public string PhysicalIdFor(CustomResourceRequest request) =>
        PhysicalId(RestoreTarget.Find(request.Properties)?.Ca.CaId ?? request.Address.LogicalResourceId);

    public Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken) =>
        ConfigureAsync(work, earlier: null, cancellationToken);

    public async Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var earlier = RestoreTarget.Find(work.Request.OldProperties);
        var result = await ConfigureAsync(work, earlier, cancellationToken);

        // With a new physical id CloudFormation deletes the earlier resource. Without one, as when it rolls back an
        // update to another CA that failed, only this undoes what was done to that CA. Where nothing is restored, it is
        // not even asked about: the role names one CA.
        return earlier is { RestoreOnDelete: true }
            && PhysicalId(earlier.Ca.CaId) != result.PhysicalResourceId
            && work.Request.Address.PhysicalResourceId == result.PhysicalResourceId
                ? result with { Says = await restorer.RestoreAsync(earlier, work, cancellationToken) ?? result.Says }
                : result;
    }

    public async Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var says = RestoreTarget.Find(work.Request.Properties) is { } target
            ? await restorer.RestoreAsync(target, work, cancellationToken)
            : "Nothing was changed: the properties never named a CA and a bucket.";
        return new ResourceResult(work.Request.Address.PhysicalResourceId ?? PhysicalIdFor(work.Request), says);
    }

    private static string PhysicalId(string caId) => $"ca-revocation/{caId}";

    private async Task<ResourceResult> ConfigureAsync(
        ResourceWork work, RestoreTarget? earlier, CancellationToken cancellationToken)
    {
        var properties = CaRevocationProperties.From(work.Request.Properties);
        var arn = properties.CertificateAuthorityArn;
        var desired = properties.DesiredCrl();
        if (work.Request.Properties.Unknown(CaRevocationReading.Known) is { Count: > 0 } unknown)
        {
            work.Log.Noted(
                arn.ToString(), $"Properties that this release does not know are ignored: {string.Join(", ", unknown)}.");
        }

        work.Progress.Doing = $"reading the settings of CA {arn.CaId}";
        var ca = await privateCa.DescribeAsync(arn, cancellationToken);
        if (CaReadiness.Problem(ca) is { } notReady)
        {
            throw new ResourceException(notReady);
        }

        var adoption = await restorePoints.PrepareAsync(properties, ca, earlier, work, cancellationToken);
        var certificateKey = await aia.PublishAsync(
            arn, properties.CrlBucketName, properties.AiaPrefix, work, cancellationToken);
        var point = await restorePoints.RecordAsync(adoption, properties, work, cancellationToken);
        var steps = RevocationPlan.Between(ca.Revocation, desired);
        await change.ApplyAsync(arn, steps, work, cancellationToken);
        await restorePoints.ConfirmAsync(point, properties, earlier, work, cancellationToken);

        var place = new CrlPlace(properties.CustomCname, properties.CustomPath, arn.CaId);
        string[] warnings =
        [
            .. RestorePointKeeper.Warnings(point),
            .. RevocationWarnings.Between(point?.Previous.Crl ?? ca.Revocation.Crl, desired, arn)
                .Union(RevocationWarnings.Between(ca.Revocation.Crl, desired, arn)),
            .. RevocationWarnings.About(desired),
        ];
        Warn(work.Log, arn, warnings);
        return new ResourceResult(
            PhysicalId(arn.CaId),
            new CaRevocationOutputs(place, certificateKey, steps.Count > 0, warnings).ToData());
    }

    private static void Warn(RequestLog log, CaArn ca, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            log.Warned(ca.ToString(), warning);
        }
    }
}
