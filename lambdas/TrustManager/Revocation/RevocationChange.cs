using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.Revocation;

/// <summary>Takes the steps of a plan, and does not believe in a change before the CA shows it.</summary>
public sealed class RevocationChange(IPrivateCa privateCa, TimeProvider time)
{
    /// <summary>
    /// Longest wait until a change can be read, which takes no time as a rule: half a minute costs nothing then.
    /// </summary>
    private static readonly TimeSpan ReadBackLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan ReadBackPause = TimeSpan.FromSeconds(2);

    public Task ApplyAsync(
        CaArn ca, IReadOnlyList<RevocationStep> steps, ResourceWork work, CancellationToken cancellationToken) =>
        ApplyAsync(ca, steps, work.Progress, work.Log, cancellationToken);

    /// <exception cref="BucketRefusedException">Private CA does not take the bucket.</exception>
    public async Task ApplyAsync(
        CaArn ca,
        IReadOnlyList<RevocationStep> steps,
        Progress progress,
        RequestLog log,
        CancellationToken cancellationToken)
    {
        foreach (var step in steps)
        {
            progress.Doing = $"changing the CRL settings of CA {ca.CaId}";
            var (before, after) = (RevocationText.Of(step.Before), RevocationText.Of(step.After));
            log.Noted(ca.ToString(), $"Changing the revocation settings from {before} to {after}.");
            await ConfigureAsync(ca, step.After, cancellationToken);
            log.Changed(ca.ToString(), "revocation settings", before, after);

            progress.Doing = $"reading back the CRL settings of CA {ca.CaId}";
            await ReadBackAsync(ca, step.After, cancellationToken);
        }
    }

    private async Task ConfigureAsync(CaArn ca, RevocationSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await privateCa.ConfigureRevocationAsync(ca, settings, cancellationToken);
        }
        catch (ServiceException refused) when (refused.Failure == ServiceFailure.BucketPermission)
        {
            throw new BucketRefusedException(refused, BucketAccess.WhatToAdd(settings.Crl));
        }
    }

    private async Task ReadBackAsync(CaArn ca, RevocationSettings expected, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            var seen = (await privateCa.DescribeAsync(ca, cancellationToken)).Revocation;
            if (seen.Crl.IsSameAs(expected.Crl) && seen.Ocsp == expected.Ocsp)
            {
                return;
            }

            if (time.GetElapsedTime(started) > ReadBackLimit)
            {
                throw new ResourceException(
                    $"Private CA accepted new revocation settings for CA {ca.CaId}, but shows "
                        + $"{RevocationText.Of(seen)} instead of "
                    + $"{RevocationText.Of(expected)}. See who else changes this CA, then deploy again.");
            }

            await Task.Delay(ReadBackPause, time, cancellationToken);
        }
    }
}

/// <summary>Private CA does not take the bucket of new settings; the CA keeps those that it has.</summary>
public sealed class BucketRefusedException(ServiceException refused, string whatToAdd)
    : Exception($"{refused.Message} {whatToAdd}", refused)
{
    /// <summary>What Private CA says.</summary>
    public string Refusal => InnerException!.Message;
}
