using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>Keeps a directory equal to the sources of its last deployment: acts only where it must.</summary>
public sealed class Reconciler(
    IDirectoryService directory, ITrustMemory store, Surveyor surveyor, DeployedProperties deployed, TimeProvider time)
{
    /// <summary>
    /// How often one run looks. Whoever changed a source while it worked was told that somebody is at work already, so
    /// that a run that worked looks again; what comes later than the last look is left to the next run.
    /// </summary>
    private const int MaxLooks = 4;

    private readonly TrustDesk _desk = new(store, time);
    private readonly TrustApplier _applier = new(directory, time);

    public async Task<RunResult> RunAsync(
        DirectoryPlace place, RunWish wish, TrustWork work, CancellationToken cancellationToken)
    {
        var result = new RunResult(RunEnd.Done, "");
        DateTimeOffset? at = null;
        try
        {
            for (var look = 1; ; look++)
            {
                work.Progress.Doing = $"reading the memory of directory {place.DirectoryId}";
                var reading = await store.FindAsync(place.MemoryBucket, place.DirectoryId, cancellationToken);
                result = result with { Sent = reading.Memory?.Sent, Earlier = reading.Memory?.LastRun };
                var standing = Standing.Of(
                    place.DirectoryId, reading.Memory, deployed, work.RequestId, time.GetUtcNow());
                result = result with { StateMatches = standing.StateMatches };
                if (standing is not Standing.Ready { Settled: var settled, Properties: var properties })
                {
                    return result.Stopped(standing);
                }

                var memory = reading.Memory!;
                at ??= time.GetUtcNow();
                var survey = await surveyor.ReadAsync(
                    properties, memory, at.Value, wish.Notice, work.Progress, cancellationToken);
                var isStuck = survey.Plan.Steps.Count > 0
                    && result.Last is { } last && Steps(last) == Steps(survey);
                result = result.Seeing(survey);
                var mode = wish.Mode ?? properties.Rules.Mode;
                var verdict = Verdict.Of(survey, mode, isAsked: wish.Mode is not null);
                if (verdict.End is { } end)
                {
                    await ObserveAsync(survey, reading, place, work, cancellationToken);
                    return result.Ended(end, verdict.Text);
                }

                if (isStuck)
                {
                    return result.Stuck(Steps(survey));
                }

                if (look == MaxLooks)
                {
                    return result.Ended(
                        RunEnd.Done,
                        $"The sources of directory {place.DirectoryId} changed all the while; the next run goes on.");
                }

                var journal = await _desk.LeaseAsync(reading, place, work, cancellationToken);
                if (journal is null)
                {
                    return result.Ended(
                        RunEnd.Busy,
                        $"Somebody else began to work on directory {place.DirectoryId}; the next run looks again.");
                }

                var outcome = await TrustSession.RunAsync(
                    journal, work, time, () => ApplyAsync(survey, mode, settled, journal, work, cancellationToken));
                result = result.Having(outcome);
            }
        }
        catch (UnfinishedException unfinished)
        {
            return result.Ended(RunEnd.Unfinished, unfinished.Message);
        }
        catch (Exception failure)
        {
            work.Log.Failed(work.Progress.Doing, failure);
            return result.Failed(
                failure, work.Progress.Doing, isOver: cancellationToken.IsCancellationRequested);
        }
    }

    /// <summary>
    /// What somebody did by hand is remembered where nothing is done about it, too: or else it is news every day.
    /// </summary>
    private async Task ObserveAsync(
        Survey survey, MemoryReading reading, DirectoryPlace place, TrustWork work, CancellationToken cancellationToken)
    {
        var journal = new TrustJournal(
            store, place.MemoryBucket, place.DirectoryId, survey.Remembered, reading);
        try
        {
            if (reading.Correction is { } correction)
            {
                work.Log.Warned(place.DirectoryId, correction);
            }

            await journal.RecordAsync(
                memory =>
                {
                    var occasion = new Occasion(survey.At, work.RequestId);
                    return memory.Recalling(survey.State, occasion.At, occasion.Request)
                        .Withholding(survey.Desired, survey.State, occasion);
                },
                cancellationToken);
        }
        catch (MemoryConflictException conflict)
        {
            work.Log.Noted(place.DirectoryId, $"What was seen is not remembered: {conflict.Message}");
        }
    }

    private async Task<TrustOutcome> ApplyAsync(
        Survey survey,
        RotationMode mode,
        SettledTrust settled,
        TrustJournal journal,
        TrustWork work,
        CancellationToken cancellationToken)
    {
        var properties = survey.Properties;
        var task = new TrustTask(
            properties.DirectoryId,
            survey.Desired,
            DesiredReader.CeilingsOf(properties),
            properties.Rules with { Mode = mode },
            survey.At,
            properties.AdoptRegistered);
        var outcome = await _applier.ApplyAsync(task, journal, work, cancellationToken);

        // The properties are the deployment's; the certificates are what its rollback goes back to from now on.
        await journal.RecordAsync(
            memory => memory.SettlingAdmission(survey.Desired).SettledWith(
                settled with { Trust = survey.Desired.AsSettled(outcome.State, memory, survey.At) }, survey.At) with
            {
                Attempt = memory.Attempt,
            },
            cancellationToken);
        return outcome;
    }

    private static string Steps(Survey survey) => string.Join('\n', survey.Plan.Steps.Select(step => step.Text));
}
