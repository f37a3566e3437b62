using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.FirstCrl;

/// <summary>
/// <c>Custom::FirstCrl</c>: a CA that publishes its CRLs has one, before the first user presents a certificate.
/// </summary>
/// <remarks>
/// A function of its own, so that what configures a CA cannot issue certificates. It never fails a deployment for what
/// AWS refuses: undoing the deployment would not make the CRL exist, and a rollback must not end in a second failure.
/// </remarks>
public sealed class FirstCrlResource(FirstCrlTrigger trigger) : ICustomResource
{
    /// <summary>Kept back from the end of the work, to look once more and to answer in peace.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    /// <summary>The resource over these services.</summary>
    public static FirstCrlResource Over(IPrivateCa privateCa, ICrlObjects objects, TimeProvider time) =>
        new(new FirstCrlTrigger(privateCa, objects, time));

    public string PhysicalIdFor(CustomResourceRequest request) =>
        CaArn.TryParse(request.Properties[nameof(FirstCrlProperties.CertificateAuthorityArn)], out var ca)
            ? PhysicalId(ca)
            : request.Address.LogicalResourceId;

    public async Task<ResourceResult> CreateAsync(ResourceWork work, CancellationToken cancellationToken)
    {
        var properties = FirstCrlProperties.From(work.Request.Properties);
        var outcome = await EnsureAsync(properties, work, cancellationToken);
        if (outcome.Missing is { } missing)
        {
            work.Log.Count(TrustManagerMetrics.FirstCrlMissing);
            work.Log.Warned(properties.CertificateAuthorityArn.ToString(), missing);
        }

        return new ResourceResult(
            PhysicalId(properties.CertificateAuthorityArn), FirstCrlOutputs.Of(properties.Place, outcome));
    }

    public Task<ResourceResult> UpdateAsync(ResourceWork work, CancellationToken cancellationToken) =>
        CreateAsync(work, cancellationToken);

    /// <summary>Nothing: the CRL belongs to the CA, and certificates name it until they expire.</summary>
    public Task<ResourceResult> DeleteAsync(ResourceWork work, CancellationToken cancellationToken) =>
        Task.FromResult(
            new ResourceResult(work.Request.Address.PhysicalResourceId ?? PhysicalIdFor(work.Request)));

    private static string PhysicalId(CaArn ca) => $"first-crl/{ca.CaId}";

    private async Task<FirstCrlOutcome> EnsureAsync(
        FirstCrlProperties properties, ResourceWork work, CancellationToken cancellationToken)
    {
        try
        {
            return await trigger.EnsureAsync(
                properties.Target,
                new FirstCrlWork(
                    work.Request.Address.RequestId, work.Progress, work.Log, work.FinishBy - Reserve),
                cancellationToken);
        }
        catch (ServiceException failure)
        {
            return new FirstCrlOutcome(
                null,
                $"While {work.Progress.Doing}: {failure.Message} Correct that. The daily run of CaRenewal makes the CA "
                    + "write its CRL; issuing any certificate does so at once.");
        }
    }
}
