using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;

namespace Infra.TrustManager.FirstCrl;

/// <summary>
/// Makes a CA's first CRL exist: Private CA writes none until a certificate that refers to it was issued.
/// </summary>
public sealed class FirstCrlTrigger(IPrivateCa privateCa, ICrlObjects objects, TimeProvider time)
{
    /// <summary>
    /// Longest wait for the object. Private CA does not say how long it takes; a CRL after a revocation takes up to
    /// half an hour, more than a function may run. Waiting longer makes more deployments end with the CRL in place.
    /// </summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(5);

    /// <summary>Kept back from the end of the work, to look once more and to answer in peace.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(10);

    /// <remarks>
    /// The key of a complete CRL is known, so that nothing is issued where it exists. The names of partitions are not,
    /// and another CA may have its own in the same folder: only a certificate of this CA says which is its own.
    /// </remarks>
    public async Task<FirstCrlOutcome> EnsureAsync(
        FirstCrlProperties properties, ResourceWork work, CancellationToken cancellationToken)
    {
        var (arn, bucket, place) = (properties.CertificateAuthorityArn, properties.CrlBucketName, properties.Place);
        work.Progress.Doing = $"looking for the CRL of CA {arn.CaId}";
        if (place.CompleteKey is { } complete && await objects.ExistsAsync(bucket, complete, cancellationToken))
        {
            return new FirstCrlOutcome(complete, null);
        }

        var ca = await privateCa.DescribeAsync(arn, cancellationToken);
        if (ca.Status != CaStatus.Active)
        {
            return new FirstCrlOutcome(
                null,
                $"CA {arn.CaId} is {ca.Status} and issues no certificate, so it was not made to write its first CRL. "
                    + "If it never had a CRL in this place, enable it and issue a certificate.");
        }

        var key = await IssueAsync(ca, work, cancellationToken) ?? place.KeyPrefix;
        work.Progress.Doing = $"waiting for the first CRL of CA {arn.CaId}";
        var until = Earlier(time.GetUtcNow() + MaxWait, work.FinishBy - Reserve);
        while (!await objects.ExistsAsync(bucket, key, cancellationToken))
        {
            if (time.GetUtcNow() + PollingInterval > until)
            {
                return new FirstCrlOutcome(
                    null,
                    $"CA {arn.CaId} issued a certificate, but {key} did not appear in bucket '{bucket}' in time. Until "
                        + "it does, sign-in with a certificate of this CA fails. Private CA tries again every 15 "
                        + "minutes; look for its event 'ACM Private CA CRL Generation' and at the bucket policy.");
            }

            await Task.Delay(PollingInterval, time, cancellationToken);
        }

        return new FirstCrlOutcome(key, null);
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
