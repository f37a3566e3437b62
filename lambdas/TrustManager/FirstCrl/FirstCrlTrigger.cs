using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Telemetry;

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

    /// <remarks>
    /// The URL of a complete CRL is known, so that nothing is issued where it is current. The names of partitions are
    /// not, and another CA may have its own in the same folder: only a certificate of this CA says which is its own.
    /// </remarks>
    public async Task<FirstCrlOutcome> EnsureAsync(
        CrlTarget target, FirstCrlWork work, CancellationToken cancellationToken)
    {
        var arn = target.Ca;
        work.Progress.Doing = $"looking for the CRL of CA {arn.CaId}";
        var found = target.KnownUrl is { } known ? await ProblemAsync(target, known, null, cancellationToken) : null;
        if (target.KnownUrl is not null && found is null)
        {
            return new FirstCrlOutcome(target.Place.CompleteKey, null);
        }

        var ca = await privateCa.DescribeAsync(arn, cancellationToken);
        if (ca.Status != CaStatus.Active)
        {
            return new FirstCrlOutcome(null, NotActive(ca, found));
        }

        var url = await IssueAsync(ca, work, cancellationToken);
        return Elsewhere(target, url) is { } elsewhere
            ? new FirstCrlOutcome(null, elsewhere)
            : await AwaitAsync(target, url!, work, cancellationToken);
    }

    /// <summary>What keeps the object at a URL from being the CA's current CRL; null for nothing.</summary>
    /// <param name="own">The CA's certificate; null to fetch it.</param>
    public async Task<string?> ProblemAsync(
        CrlTarget target, string url, CertificateAndChain? own, CancellationToken cancellationToken)
    {
        var key = DistributionPoint.KeyOf(url);
        if (key is null || await objects.FindCrlAsync(target.Bucket, key, cancellationToken) is not { } der)
        {
            return $"there is no {key} in bucket '{target.Bucket}'";
        }

        own ??= await privateCa.GetCaCertificateAsync(target.Ca, cancellationToken);
        return CrlFitness.Problem(
            der, ParsedCertificate.FromDer(own.CertificateDer()), url, target.IsPartitioned, time.GetUtcNow())
            is { } problem
                ? $"{key} in bucket '{target.Bucket}' {problem}"
                : null;
    }

    /// <summary>Issues the certificate; returns the URL that it names as its CRL, null for none.</summary>
    public async Task<string?> IssueAsync(
        CertificateAuthority ca, FirstCrlWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"issuing a throw-away certificate from CA {ca.Arn.CaId}";
        var order = ThrowAwayRequest.For(ca, work.Request);
        var arn = await privateCa.IssueAsync(ca.Arn, order, cancellationToken);
        work.Log.Noted(
            ca.Arn.ToString(),
            $"Issued {arn} ({ThrowAwayRequest.Subject}), whose key is gone, for the first CRL.");
        var issued = await privateCa.GetIssuedAsync(ca.Arn, arn, cancellationToken);
        return DistributionPoint.UrlIn(issued.CertificateDer());
    }

    /// <summary>Why a CRL at this URL would not be the one that is asked for; null for nothing.</summary>
    /// <remarks>Where a complete CRL lies with a custom path is not documented: there any key is taken.</remarks>
    public static string? Elsewhere(CrlTarget target, string? url)
    {
        var isOpen = target is { IsPartitioned: false, Place.CompleteKey: null };
        var prefix = target.Place.Url(isOpen ? "" : target.Place.KeyPrefix);
        return url is null || !url.StartsWith(prefix, StringComparison.Ordinal)
            ? $"A certificate of CA {target.Ca.CaId} names {(url is null ? "no CRL" : Printable.Value(url))}, not "
                + $"{prefix}{(target.Place.CompleteKey is null ? "..." : "")}: the CA has other CRL settings than this "
                + $"deployment gave it. Put them back: dotnet run --project trust -- apply {target.Ca}"
            : null;
    }

    public async Task<FirstCrlOutcome> AwaitAsync(
        CrlTarget target, string url, FirstCrlWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"waiting for the first CRL of CA {target.Ca.CaId}";
        var until = Earlier(time.GetUtcNow() + MaxWait, work.FinishBy);
        while (await ProblemAsync(target, url, null, cancellationToken) is { } problem)
        {
            if (time.GetUtcNow() + PollingInterval > until)
            {
                return new FirstCrlOutcome(
                    null,
                    $"CA {target.Ca.CaId} issued a certificate, but its CRL did not appear in time: {problem}. Until "
                        + "it does, sign-in with a certificate of this CA fails. Private CA tries again every 15 "
                        + "minutes; look for its event 'ACM Private CA CRL Generation' and at the bucket policy.");
            }

            await Task.Delay(PollingInterval, time, cancellationToken);
        }

        return new FirstCrlOutcome(DistributionPoint.KeyOf(url), null);
    }

    private static string NotActive(CertificateAuthority ca, string? found) =>
        $"CA {ca.Arn.CaId} is {ca.Status} and issues no certificate, so it was not made to write its first CRL"
        + $"{(found is null ? "" : $": {found}")}. Enable it; the daily run then does the rest.";

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

/// <summary>One attempt at a first CRL.</summary>
/// <param name="Request">The same id orders the same certificate, however often it is repeated.</param>
/// <param name="FinishBy">When waiting ends at the latest.</param>
public sealed record FirstCrlWork(string Request, Progress Progress, RequestLog Log, DateTimeOffset FinishBy);
