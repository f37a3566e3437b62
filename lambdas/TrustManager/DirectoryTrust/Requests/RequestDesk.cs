using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.DirectoryTrust.Requests;

/// <summary>Answers what people ask: always with JSON that has a text, and never with an exception.</summary>
/// <param name="place">Null where the environment names no directory.</param>
/// <param name="run">Null with it.</param>
public sealed class RequestDesk(
    TrustPlanner planner, DirectoryRun? run, ITrustMemory store, DirectoryPlace? place, EventLog log, TimeProvider time)
{
    public async Task<byte[]> AnswerAsync(DirectoryTrustEvent asked, ILambdaContext context)
    {
        var requestLog = log.For(context);
        requestLog.About(asked.GetType().Name, "a person's request");
        using var deadline = new CancellationTokenSource(new TimeBudget(context.RemainingTime, time).ForWork, time);
        try
        {
            switch (asked)
            {
                case DirectoryTrustEvent.Plan plan:
                    return Json(await planner.PlanAsync(plan.Properties, place, plan.At, deadline.Token));
                case DirectoryTrustEvent.Wrong wrong:
                    return Json(PlainAnswer.Refused(wrong.Problem));
                default:
                    return place is null || run is null
                        ? Json(PlainAnswer.Refused(DirectoryPlace.Missing))
                        : await AnswerAsync(asked, place, run, context, deadline.Token);
            }
        }
        catch (Exception failure)
        {
            requestLog.Failed($"answering {asked.GetType().Name}", failure);
            return Json(PlainAnswer.Refused(deadline.IsCancellationRequested
                ? "The function's time ran out before there was an answer. Ask again."
                : FailureReason.Of(failure, $"answering {asked.GetType().Name}")));
        }
    }

    private async Task<byte[]> AnswerAsync(
        DirectoryTrustEvent asked,
        DirectoryPlace known,
        DirectoryRun runs,
        ILambdaContext context,
        CancellationToken cancellationToken)
    {
        var holds = new HoldDesk(new MemoryDesk(store, time), known);
        switch (asked)
        {
            case DirectoryTrustEvent.Apply apply:
                var wish = new RunWish("a person's request", apply.At, RotationMode.Automatic);
                return JsonSerializer.SerializeToUtf8Bytes(
                    RunAnswer.Of(await runs.RunAsync(wish, context)), AnswerJson.Default.RunAnswer);
            case DirectoryTrustEvent.Hold hold:
                return Json(await holds.HoldAsync(hold, context.AwsRequestId, cancellationToken));
            case DirectoryTrustEvent.Release release:
                return Json(await holds.ReleaseAsync(release, context.AwsRequestId, cancellationToken));
            default:
                var reading = await store.FindAsync(known.MemoryBucket, known.DirectoryId, cancellationToken);
                var history = HistoryAnswer.Of(known.DirectoryId, reading.Memory?.History ?? []);
                return JsonSerializer.SerializeToUtf8Bytes(history, AnswerJson.Default.HistoryAnswer);
        }
    }

    private static byte[] Json(PlainAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.PlainAnswer);

    private static byte[] Json(PlanAnswer answer) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, AnswerJson.Default.PlanAnswer);
}
