using Infra.TrustManager.CaRenewal.Crl;
using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CaRenewal.Telling;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CaRenewal;

/// <summary>
/// A scheduled run: sees the CA, reissues its certificate when that is due, publishes the one it has, tells people.
/// </summary>
public sealed class RenewalRun(
    IPrivateCa privateCa,
    IRenewalMemory store,
    AiaPublication publication,
    CurrentCrl crl,
    MessageDesk messages,
    RenewalSettings settings,
    TimeProvider time)
{
    private readonly CaReader _reader = new(privateCa, settings);
    private readonly RenewalApplier _applier = new(privateCa, settings, time);

    /// <param name="stop">Ends the work.</param>
    /// <param name="stopTelling">
    /// Ends everything: later than <paramref name="stop"/>, so that a failure can be told.
    /// </param>
    public async Task<RenewalOutcome> RunAsync(
        RenewalWork work, CancellationToken stop, CancellationToken stopTelling)
    {
        var course = new Course();
        var (failure, skipped) = await TryAsync(() => GoAsync(course, work, stop), work, stop);
        var lost = 0;
        if (course.Journal is { } journal && !skipped)
        {
            var told = RenewalMessages.For(journal.Memory, course.View, course.Plan, failure, settings, work.At);
            var (notTold, meanwhile) = await TryAsync(
                async () =>
                {
                    lost = await TellAsync(told, failure, course, journal, work, stopTelling);
                    return null;
                },
                work,
                stopTelling);
            (failure, skipped) = (failure ?? notTold, meanwhile);
        }

        return new RenewalOutcome(course.Did, failure, skipped, course.View, course.Journal?.Memory, lost);
    }

    private async Task<RenewalFailure?> GoAsync(Course course, RenewalWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading the memory of CA {settings.Ca.CaId}";
        var journal = course.Journal = await RenewalJournal.OpenAsync(store, cancellationToken);
        if (journal.Correction is { } correction)
        {
            work.Log.Warned(settings.Ca.ToString(), correction);
        }

        var view = await SeeAsync(course, journal, work, cancellationToken);
        course.Plan = RenewalPlan.For(view, journal.Memory.Attempt, settings.Reissue, work.At);
        foreach (var step in course.Plan.Steps)
        {
            await _applier.ApplyAsync(step, view, journal, work, cancellationToken);
            course.Did.Add(step.Describe());
        }

        if (course.Plan.Steps.Count > 0)
        {
            view = await SeeAsync(course, journal, work, cancellationToken);
            course.Plan = RenewalPlan.For(view, journal.Memory.Attempt, settings.Reissue, work.At);
        }

        if (view.Installed is { } installed)
        {
            work.Progress.Doing = $"publishing the certificate of CA {settings.Ca.CaId}";
            await publication.PublishAsync(
                settings.Ca,
                installed,
                settings.Publication.Bucket,
                settings.Publication.Prefix,
                work.Log,
                cancellationToken);
        }

        course.View = view with { Crl = await crl.EnsureAsync(view, journal, work, cancellationToken) };
        if (course.View.Crl.Missing is { } missing)
        {
            work.Log.Count(TrustManagerMetrics.FirstCrlMissing);
            work.Log.Warned(settings.Ca.ToString(), missing);
        }

        return course.Plan.Refusal is { } refusal ? RenewalFailure.Of(refusal) : null;
    }

    /// <summary>Returns how many messages could not be sent; the next run tries those again.</summary>
    /// <param name="failure">Of a run that did not find out about everything: then nothing is forgotten.</param>
    private async Task<int> TellAsync(
        IReadOnlyList<Message> told,
        RenewalFailure? failure,
        Course course,
        RenewalJournal journal,
        RenewalWork work,
        CancellationToken cancellationToken)
    {
        work.Progress.Doing = "telling people";
        var round = await messages.SendAsync(
            journal.Memory.Sent,
            told,
            key => RenewalMessages.IsJudged(key, course.View, isComplete: failure is null),
            work.At,
            work.Log,
            cancellationToken);
        var record = new RunRecord(
            work.At,
            failure is null ? "Succeeded" : "Failed",
            failure?.Reason ?? (course.Did.Count == 0 ? "Nothing was due." : $"Done: {string.Join("; ", course.Did)}."),
            failure?.Code,
            work.Request);
        var isNew = record.IsNewAfter(journal.Memory.LastRun, hasChanged: course.Did.Count > 0);
        await journal.RecordAsync(
            memory => round.IsNothing && !isNew
                ? memory
                : memory with { Sent = round.After(memory.Sent), LastRun = isNew ? record : memory.LastRun },
            cancellationToken);
        return round.Lost.Count;
    }

    private async Task<CaView> SeeAsync(
        Course course, RenewalJournal journal, RenewalWork work, CancellationToken cancellationToken)
    {
        work.Progress.Doing = $"reading CA {settings.Ca.CaId}";
        var view = course.View = await _reader.ReadAsync(cancellationToken);
        await journal.RecordAsync(
            memory => memory.Seeing(view, work.At, work.Request)
                .ReadingParent(view.ParentFailure is { IsTransient: true }, work.At),
            cancellationToken);
        if (view.ParentFailure is { } unread)
        {
            work.Log.Warned(unread.Parent.ToString(), unread.Reason);
        }

        return view;
    }

    /// <summary>What went wrong; whatever is not expected to go wrong stays an exception.</summary>
    private static async Task<(RenewalFailure? Failure, bool Skipped)> TryAsync(
        Func<Task<RenewalFailure?>> part, RenewalWork work, CancellationToken stop)
    {
        try
        {
            return (await part(), false);
        }
        catch (MemoryConflictException other)
        {
            work.Log.Noted(work.Request, other.Message);
            return (null, true);
        }
        catch (Exception exception) when (
            RenewalFailure.Of(exception, work.Progress.Doing, stop.IsCancellationRequested) is not null)
        {
            work.Log.Failed(work.Progress.Doing, exception);
            return (RenewalFailure.Of(exception, work.Progress.Doing, stop.IsCancellationRequested), false);
        }
    }

    /// <summary>How far a run got.</summary>
    private sealed class Course
    {
        public RenewalJournal? Journal { get; set; }

        public CaView? View { get; set; }

        public RenewalPlan Plan { get; set; } = new([]);

        public List<string> Did { get; } = [];
    }
}
