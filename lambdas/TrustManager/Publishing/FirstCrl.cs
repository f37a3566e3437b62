using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Publishing;

/// <summary>
/// Makes a CA's first CRL exist: Private CA writes none until a certificate that refers to it was issued.
/// </summary>
public sealed class FirstCrl(IPrivateCa privateCa, ICrlObjects objects, TimeProvider time)
{
    /// <summary>
    /// Longest wait for the object. Private CA does not say how long it takes; a CRL after a revocation takes up to
    /// half an
    /// hour, more than a function may run. Waiting longer makes more deployments end with the CRL in place.
    /// </summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>Kept back from the end of the work, to look once more and to answer in peace.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    public async Task<FirstCrlOutcome> EnsureAsync(
        CertificateAuthority ca, string bucket, CrlPlace place, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"looking for the CRL of CA {ca.Arn.CaId}";
        if (await objects.FindCrlKeyAsync(bucket, place.KeyPrefix, cancellationToken) is { } present)
        {
            return new FirstCrlOutcome(present, null);
        }

        if (ca.Status != CaStatus.Active)
        {
            return new FirstCrlOutcome(
                null,
                $"CA {ca.Arn.CaId} is {ca.Status}, so its first CRL does not exist yet: enable the CA, then deploy again.");
        }

        var prefix = await IssueAsync(ca, work, cancellationToken) ?? place.KeyPrefix;
        work.Progress.Doing = $"waiting for the first CRL of CA {ca.Arn.CaId}";
        var until = Earlier(time.GetUtcNow() + MaxWait, work.FinishBy - Reserve);
        while (true)
        {
            if (await objects.FindCrlKeyAsync(bucket, prefix, cancellationToken) is { } appeared)
            {
                return new FirstCrlOutcome(appeared, null);
            }

            if (time.GetUtcNow() + Pause > until)
            {
                return new FirstCrlOutcome(
                    null,
                    $"The CA is configured and a certificate was issued, but {prefix} did not appear in bucket "
                        + $"'{bucket}' in time. Until it does, "
                    + "nobody can sign in with a new certificate: look for the event 'ACM Private CA CRL Generation'; "
                    + "deploying again looks again.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>Issues the certificate; returns the key that it names as its CRL.</summary>
    private async Task<string?> IssueAsync(
        CertificateAuthority ca, ResourceWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"issuing a throw-away certificate from CA {ca.Arn.CaId}";
        var order = ThrowAwayRequest.For(ca, work.Request.Address.RequestId);
        var arn = await privateCa.IssueAsync(ca.Arn, order, cancellationToken);
        work.Log.Noted(
            ca.Arn.ToString(),
            $"Issued {arn} ({ThrowAwayRequest.Subject}), whose key is gone, for the first CRL.");
        var issued = await privateCa.GetIssuedAsync(ca.Arn, arn, cancellationToken);
        return DistributionPoint.KeyIn(issued.CertificateDer());
    }
}
