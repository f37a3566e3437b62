using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Revocation;

/// <summary>Makes a CA publish as the properties ask: reads, decides, keeps the way back, changes.</summary>
public sealed class RevocationConfigurator(
    IPrivateCa privateCa,
    CaHolder holder,
    RestorePointKeeper restorePoints,
    FormerAuthorities formerAuthorities,
    RestoreBucket restoreBucket,
    RevocationChange change,
    AiaPublication aia,
    TimeProvider time)
{
    /// <param name="earlier">What the resource managed before this request; null on Create.</param>
    /// <exception cref="ResourceException">It is refused, before anything was changed.</exception>
    public async Task<CaRevocationOutputs> ConfigureAsync(
        CaRevocationProperties properties, RestoreTarget? earlier, ResourceWork work, CancellationToken cancellationToken)
    {
        var arn = properties.CertificateAuthorityArn;
        var ca = await FindAsync(arn, mustExist: earlier is null, work, cancellationToken);
        var held = ca is null ? null : await holder.FindAsync(ca, work, cancellationToken);
        var kept = await restorePoints.FindAsync(properties, earlier, work, cancellationToken);
        var decision = ChangeDecision.Of(
            ChangeDecision.Obstacle(arn, ca, kept.LivingHolder(held), work),
            kept.IsManaged(arn, earlier, work),
            ca?.Revocation.Crl,
            properties.DesiredCrl(),
            kept.Point);
        if (decision.Refusal is { } refusal)
        {
            throw new ResourceException(refusal);
        }

        if (ca is null || decision.LeftAlone is not null)
        {
            return Outputs(properties, changed: false, [decision.LeftAlone!]);
        }

        var adoption = restorePoints.Prepare(kept, properties, ca, earlier, work);
        await formerAuthorities.CheckAsync(properties, earlier, work, cancellationToken);
        work.Progress.Doing = $"looking at the bucket that CA {arn.CaId} had before";
        var unfit = properties.RestoreOnDelete && adoption.Previous is { } previous
            ? await restoreBucket.FindProblemAsync(previous, arn.CaId, cancellationToken)
            : null;
        await holder.HoldAsync(arn, held, work, cancellationToken);
        var outputs = await ChangeAsync(properties, ca, adoption, earlier, work, cancellationToken);
        return unfit is null
            ? outputs
            : outputs with { Warnings = [unfit.Warning(properties.CrlBucketName), .. outputs.Warnings] };
    }

    private async Task<CaRevocationOutputs> ChangeAsync(
        CaRevocationProperties properties,
        CertificateAuthority ca,
        Adoption adoption,
        RestoreTarget? earlier,
        ResourceWork work,
        CancellationToken cancellationToken)
    {
        await aia.PublishAsync(ca.Arn, properties.CrlBucketName, properties.AiaPrefix, work, cancellationToken);
        var point = await restorePoints.RecordAsync(adoption, properties, work, cancellationToken);
        var steps = RevocationPlan.Between(ca.Revocation, adoption.Desired);
        await change.ApplyAsync(ca.Arn, steps, work, cancellationToken);
        await restorePoints.ConfirmAsync(point, properties, earlier, work, cancellationToken);
        return Outputs(
            properties,
            steps.Count > 0,
            [
                .. RestorePointKeeper.Warnings(point),
                .. Earlier(point, ca.Revocation.Crl)
                    .SelectMany(one => RevocationWarnings.Between(one.Crl, adoption.Desired, ca.Arn, one.Until))
                    .Distinct(),
                .. RevocationWarnings.About(adoption.Desired),
            ]);
    }

    /// <summary>Settings under which certificates were issued, and until when: first what we found, then what is now.</summary>
    private IEnumerable<(CrlSettings Crl, DateTimeOffset Until)> Earlier(RestorePoint? point, CrlSettings current)
    {
        if (point is not null)
        {
            yield return (point.Previous.Crl, point.RecordedAt);
        }

        if (!current.IsSameAs(point?.Previous.Crl))
        {
            yield return (current, time.GetUtcNow());
        }
    }

    private static CaRevocationOutputs Outputs(
        CaRevocationProperties properties, bool changed, IReadOnlyList<string> warnings)
    {
        var ca = properties.CertificateAuthorityArn;
        return new CaRevocationOutputs(
            new CrlPlace(properties.CustomCname, properties.CustomPath, ca.CaId),
            AiaPublication.KeyOf(ca, properties.AiaPrefix),
            changed,
            warnings);
    }

    /// <summary>The CA; null when an Update is about one that is gone.</summary>
    private async Task<CertificateAuthority?> FindAsync(
        CaArn ca, bool mustExist, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading the settings of CA {ca.CaId}";
        try
        {
            return await privateCa.DescribeAsync(ca, cancellationToken);
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound && !mustExist)
        {
            return null;
        }
    }
}
