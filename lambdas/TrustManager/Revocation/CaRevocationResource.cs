using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;

namespace Infra.TrustManager.Revocation;

/// <summary>
/// <c>Custom::CaRevocation</c>: a CA publishes its CRLs to our bucket under our name, for as long as the resource
/// exists.
/// </summary>
public sealed class CaRevocationResource(RevocationConfigurator configurator, CaRestorer restorer) : ICustomResource
{
    /// <summary>The resource over these services.</summary>
    public static CaRevocationResource Over(
        IPrivateCa privateCa, ICaTags tags, IRestorePoints points, ICrlObjects objects, TimeProvider time)
    {
        var change = new RevocationChange(privateCa, time);
        var holder = new CaHolder(tags);
        var bucket = new RestoreBucket(objects);
        return new CaRevocationResource(
            new RevocationConfigurator(
                privateCa,
                holder,
                new RestorePointKeeper(points, time),
                new FormerAuthorities(points, time),
                bucket,
                change,
                new AiaPublication(privateCa, objects),
                time),
            new CaRestorer(privateCa, holder, points, bucket, change, time));
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
        if (work.Request.Properties.Unknown(CaRevocationReading.Known) is { Count: > 0 } unknown)
        {
            work.Log.Noted(
                properties.CertificateAuthorityArn.ToString(),
                $"Properties that this release does not know are ignored: {string.Join(", ", unknown)}.");
        }

        var outputs = await configurator.ConfigureAsync(properties, earlier, work, cancellationToken);
        foreach (var warning in outputs.Warnings)
        {
            work.Log.Warned(properties.CertificateAuthorityArn.ToString(), warning);
        }

        return new ResourceResult(PhysicalId(properties.CertificateAuthorityArn.CaId), outputs.ToData());
    }
}
