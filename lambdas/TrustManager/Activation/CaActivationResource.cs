using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Activation;

/// <summary>
/// <c>Custom::CaActivation</c>: a subordinate CA whose parent is named by ARN becomes active. CloudFormation's own
/// resources cannot: a parent's chain is not among their attributes.
/// </summary>
public sealed class CaActivationResource(
    IPrivateCa privateCa, SubordinateCertificate certificate, TimeProvider time) : ICustomResource
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public string PhysicalIdFor(CustomResourceRequest request) =>
        PhysicalId(FindCa(request.Properties)?.CaId ?? request.Address.LogicalResourceId);

    public async Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var properties = CaActivationProperties.From(work.Request.Properties);
        var arn = properties.CertificateAuthorityArn;
        work.Progress.Doing = $"reading the status of CA {arn.CaId}";
        var ca = await privateCa.DescribeAsync(arn, cancellationToken);
        var steps = ActivationPlan.For(ca.Status)
            ?? throw new ResourceException(
                $"CA {arn.CaId} is {ca.Status} ({ca.FailureReason ?? "no reason given"}) and cannot become active. "
                + "Nothing was changed; replace it by another: change what names it in the environment file, then deploy again.");
        foreach (var step in steps)
        {
            await TakeAsync(step, properties, work, cancellationToken);
        }

        await AwaitAsync(arn, status => status == CaStatus.Active, "to become ACTIVE", work, cancellationToken);
        var data = new Dictionary<string, string>
        {
            [nameof(CaActivationProperties.CertificateAuthorityArn)] = arn.ToString(),
        };
        return new ResourceResult(PhysicalId(arn.CaId), data);
    }

    /// <summary>
    /// An active CA keeps its certificate, whatever else changed: renewing it is a decision of its own.
    /// </summary>
    public Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken) =>
        CreateAsync(work, cancellationToken);

    /// <summary>CloudFormation can delete a CA only once it is not active.</summary>
    public async Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var id = work.Request.Address.PhysicalResourceId ?? PhysicalIdFor(work.Request);
        if (FindCa(work.Request.Properties) is not { } arn)
        {
            return new ResourceResult(id, "Nothing was changed: the properties never named a CA.");
        }

        work.Progress.Doing = $"disabling CA {arn.CaId}";
        try
        {
            if ((await privateCa.DescribeAsync(arn, cancellationToken)).Status == CaStatus.Active)
            {
                await privateCa.SetStatusAsync(arn, CaStatus.Disabled, cancellationToken);
                work.Log.Changed(arn.ToString(), "status", CaStatus.Active, CaStatus.Disabled);
            }
        }
        catch (ServiceException gone) when (gone.Failure == ServiceFailure.NotFound)
        {
            return new ResourceResult(id, $"CA {arn.CaId} is gone already.");
        }

        return new ResourceResult(id);
    }

    private static string PhysicalId(string caId) => $"ca-activation/{caId}";

    private static CaArn? FindCa(ResourceProperties properties) =>
        CaArn.TryParse(properties[nameof(CaActivationProperties.CertificateAuthorityArn)], out var ca) ? ca : null;

    private async Task TakeAsync(
        ActivationStep step, CaActivationProperties properties, ResourceWork work, CancellationToken cancellationToken)
    {
        var arn = properties.CertificateAuthorityArn;
        switch (step)
        {
            case ActivationStep.AwaitCsr:
                await AwaitAsync(arn, status => status != CaStatus.Creating, "to make its key", work, cancellationToken);
                break;
            case ActivationStep.InstallCertificate:
                await certificate.InstallAsync(properties, before: null, work, cancellationToken);
                break;
            case ActivationStep.Enable:
                work.Progress.Doing = $"enabling CA {arn.CaId}";
                await privateCa.SetStatusAsync(arn, CaStatus.Active, cancellationToken);
                work.Log.Changed(arn.ToString(), "status", CaStatus.Disabled, CaStatus.Active);
                break;
        }
    }

    /// <summary>Asks until the CA got there; the deadline ends the wait.</summary>
    private async Task AwaitAsync(
        CaArn arn, Func<string, bool> arrived, string what, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"waiting for CA {arn.CaId} {what}";
        while (!arrived((await privateCa.DescribeAsync(arn, cancellationToken)).Status))
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
