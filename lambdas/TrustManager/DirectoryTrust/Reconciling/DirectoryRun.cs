using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.DirectoryTrust.Reconciling;

/// <summary>One run from its beginning to its end: the work, the messages, the metrics and the log.</summary>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class DirectoryRun(
    DirectoryPlace place,
    Reconciler reconciler,
    MessageDesk messages,
    MemoryDesk memory,
    EventLog log,
    TimeProvider time,
    CancellationToken ending)
{
    /// <summary>
    /// Longest run: two thirds of an invocation, so that a deployment that finds one at work can outwait its lease.
    /// </summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Time to tell people and to remember it: part of what is kept back from the work.</summary>
    private static readonly TimeSpan ToTell = TimeSpan.FromSeconds(7);

    public async Task<RunResult> RunAsync(RunWish wish, ILambdaContext context)
    {
        var requestLog = log.For(context);
        requestLog.About("Reconcile", wish.Trigger);
        var budget = new TimeBudget(context.RemainingTime < Longest ? context.RemainingTime : Longest, time);
        using var workTime = new CancellationTokenSource(budget.ForWork, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(workTime.Token, ending);
        var work = new TrustWork(context.AwsRequestId, Owner: null, new Progress(), requestLog, budget.FinishBy)
        {
            By = wish.By,
        };
        var result = await reconciler.RunAsync(place, wish, work, stop.Token);
        var lost = await TellAsync(result, context.AwsRequestId, requestLog);
        requestLog.Figures(
            TrustManagerMetrics.DirectoryId,
            place.DirectoryId,
            [
                new Figure(TrustManagerMetrics.RunSucceeded, result.End is RunEnd.Done or RunEnd.Held ? 1 : 0),
                new Figure(TrustManagerMetrics.RunFailed, result.IsFailure ? 1 : 0),
                new Figure(TrustManagerMetrics.MessagesLost, lost),
                .. RunFigures.Of(result),
            ]);
        requestLog.Ran(place.DirectoryId, result.End.ToString(), result.Text, result.IsFailure);
        return result;
    }

    /// <summary>Records a run that does not start; nothing is read or changed.</summary>
    /// <param name="trigger">For the log: what happened.</param>
    /// <param name="problem">Why it does not start.</param>
    public RunResult Refuse(string trigger, string problem, ILambdaContext context)
    {
        var requestLog = log.For(context);
        requestLog.About("Reconcile", trigger);
        requestLog.Figures(
            TrustManagerMetrics.DirectoryId,
            place.DirectoryId,
            [new Figure(TrustManagerMetrics.RunSucceeded, 0), new Figure(TrustManagerMetrics.RunFailed, 1)]);
        requestLog.Ran(place.DirectoryId, nameof(RunEnd.Refused), problem, failed: true);
        return new RunResult(RunEnd.Refused, problem);
    }

    /// <returns>How many messages were lost.</returns>
    private async Task<int> TellAsync(RunResult result, string request, RequestLog requestLog)
    {
        if (result.Sent is not { } sent)
        {
            // Without a memory nobody knows what was told before: an alarm speaks for the failure.
            return result.IsFailure ? 1 : 0;
        }

        using var soon = new CancellationTokenSource(ToTell, time);
        var now = time.GetUtcNow();
        var round = await messages.SendAsync(
            sent, RunMessages.For(result, place), result.Judges, now, requestLog, soon.Token);
        var record = result.RecordOf(now, request);
        if (!round.IsNothing || record is not null)
        {
            await RecordAsync(round, record, requestLog, soon.Token);
        }

        return round.Lost.Count;
    }

    /// <summary>A message that is not remembered is sent twice, which is better than never.</summary>
    /// <param name="record">Null where the run is not to be recorded.</param>
    private async Task RecordAsync(
        MessageRound round, RunRecord? record, RequestLog requestLog, CancellationToken cancellationToken)
    {
        try
        {
            var obstacle = await memory.ChangeAsync(
                place,
                known => known with { Sent = round.After(known.Sent), LastRun = record ?? known.LastRun },
                cancellationToken);
            if (obstacle is not null)
            {
                requestLog.Warned(place.DirectoryId, $"How the run ended, and what was sent, is not recorded: {obstacle}");
            }
        }
        catch (Exception failure) when (failure is ServiceException or OperationCanceledException)
        {
            requestLog.Failed("recording how the run ended and which messages were sent", failure);
        }
    }
}
