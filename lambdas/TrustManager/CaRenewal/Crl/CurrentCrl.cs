using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.CaRenewal.Crl;

/// <summary>Looks after the CRL that a deployment could not make exist.</summary>
/// <remarks>
/// Deploying again does nothing where nothing changed. The run issues the same certificate as <c>Custom::FirstCrl</c>,
/// which cannot sign in; Private CA writes the CRL for it and tries again by itself, so that one each week is enough.
/// </remarks>
public sealed class CurrentCrl(FirstCrlTrigger trigger, RenewalSettings settings, TimeProvider time)
{
    private static readonly TimeSpan TriggeredEvery = TimeSpan.FromDays(7);

    /// <summary>A run waits no longer; the next one looks again.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    /// <summary>What was triggered is not missed before: Private CA documents half an hour for a CRL.</summary>
    private static readonly TimeSpan DueAfter = TimeSpan.FromHours(1);

    public async Task<CrlState> EnsureAsync(
        CaView view, RenewalJournal journal, RenewalWork work, CancellationToken cancellationToken)
    {
        // A CA with other settings writes its CRL elsewhere, of which there is another notification.
        if (settings.CrlTarget is not { } target
            || view is not { Installed: { } own, Ca.TakesChanges: true }
            || CrlDrift.In(view.Ca, settings.DesiredCrl) is not null)
        {
            return CrlState.Unknown;
        }

        try
        {
            work.Progress.Doing = $"looking for the CRL of CA {settings.Ca.CaId}";
            return await LookAsync(target, view, own, journal, work, cancellationToken);
        }
        catch (ServiceException failure)
        {
            work.Log.Failed(work.Progress.Doing, failure);
            var isTransient = failure.Failure
                is ServiceFailure.Throttled or ServiceFailure.Unavailable or ServiceFailure.InProgress;
            return isTransient
                ? CrlState.Unknown
                : CrlState.Lacking(
                    $"While {work.Progress.Doing}: {failure.Message} Correct that; the next run tries again.");
        }
    }

    private async Task<CrlState> LookAsync(
        CrlTarget target,
        CaView view,
        CertificateAndChain own,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        var triggered = journal.Memory.TriggeredCrl;
        var problem = (target.KnownUrl ?? triggered?.Url) is { } known
            ? await trigger.ProblemAsync(target, known, own, cancellationToken)
            : $"no certificate says yet which CRL below {target.Place.Url(target.Place.KeyPrefix)} is its own";
        if (problem is null)
        {
            return CrlState.Current;
        }

        if (view.Ca.Status != CaStatus.Active)
        {
            return CrlState.Lacking(
                $"The CA is {view.Ca.Status} and issues no certificate, so that it was not made to write its CRL: "
                + $"{problem}. Enable it; the next run does the rest.");
        }

        var age = work.At - triggered?.At;
        return age < DueAfter ? CrlState.Unknown
            : age < TriggeredEvery ? CrlState.Lacking(
                $"A certificate was issued on {triggered!.At.UtcDateTime:yyyy-MM-dd} so that Private CA writes the "
                + $"CRL, but {problem}. Look for Private CA's event 'ACM Private CA CRL Generation' and at the policy of "
                + $"bucket '{target.Bucket}' and of its key; Private CA tries again every 15 minutes.")
            : await TriggerAsync(target, view, journal, work, cancellationToken);
    }

    private async Task<CrlState> TriggerAsync(
        CrlTarget target, CaView view, RenewalJournal journal, RenewalWork work, CancellationToken cancellationToken)
    {
        var attempt = new FirstCrlWork(work.Request, work.Progress, work.Log, time.GetUtcNow() + MaxWait);
        var url = await trigger.IssueAsync(view.Ca, attempt, cancellationToken);
        await journal.RecordAsync(memory => memory.Triggering(url, work.At, work.Request), cancellationToken);
        if (FirstCrlTrigger.Elsewhere(target, url) is { } elsewhere)
        {
            return CrlState.Lacking(elsewhere);
        }

        var outcome = await trigger.AwaitAsync(target, url!, attempt, cancellationToken);
        return outcome.Missing is null ? CrlState.Current : CrlState.Unknown;
    }
}
