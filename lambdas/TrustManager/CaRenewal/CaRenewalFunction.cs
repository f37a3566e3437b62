using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Entry point: runs on events of EventBridge, answers people, and always says how it went.</summary>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class CaRenewalFunction(
    RenewalRun run,
    RenewalDesk desk,
    RenewalSettings settings,
    EventLog log,
    TimeProvider time,
    CancellationToken ending)
{
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var budget = new TimeBudget(context.RemainingTime, time);
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        var asked = RenewalEventReader.Read(json.ToArray());
        var requestLog = log.For(context);
        var work = new RenewalWork(
            asked.At ?? time.GetUtcNow(), context.AwsRequestId, new Progress(), requestLog);
        var answer = asked is RenewalEvent.Run scheduled
            ? await RunAsync(scheduled, work, budget)
            : await AnswerAsync(asked, work, budget);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(answer, RenewalAnswerJson.Default.RenewalAnswer));
    }

    private async Task<RenewalAnswer> RunAsync(RenewalEvent.Run scheduled, RenewalWork work, TimeBudget budget)
    {
        var subject = settings.Ca.CaId;
        work.Log.About("run", scheduled.Trigger);
        using var workTime = new CancellationTokenSource(budget.ForWork, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(workTime.Token, ending);
        using var stopTelling = new CancellationTokenSource(budget.ToAnswer(ending: false), time);
        RenewalOutcome outcome;
        try
        {
            outcome = await run.RunAsync(work, stop.Token, stopTelling.Token);
        }
        catch (Exception unexpected)
        {
            work.Log.Failed(work.Progress.Doing, unexpected);
            work.Log.Figures(TrustManagerMetrics.CertificateAuthorityId, subject, RenewalReport.Broken);
            throw;
        }

        var text = RenewalReport.Text(outcome, settings.Ca);
        var failed = outcome.Failure is not null;
        work.Log.Ran(subject, outcome.Skipped ? "skipped" : failed ? "failed" : "succeeded", text, failed);
        work.Log.Figures(
            TrustManagerMetrics.CertificateAuthorityId, subject, RenewalReport.Figures(outcome, work.At));
        return new RenewalAnswer(text) { Error = outcome.Failure?.Reason };
    }

    private async Task<RenewalAnswer> AnswerAsync(RenewalEvent asked, RenewalWork work, TimeBudget budget)
    {
        work.Log.About(asked.GetType().Name, "a person");
        work.Progress.Doing = $"reading CA {settings.Ca.CaId}";
        using var workTime = new CancellationTokenSource(budget.ForWork, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(workTime.Token, ending);
        try
        {
            return asked switch
            {
                RenewalEvent.Plan => await desk.PlanAsync(work, stop.Token),
                RenewalEvent.History => await desk.HistoryAsync(stop.Token),
                RenewalEvent.Published published => await desk.PublishedAsync(published.Thumbprint, work, stop.Token),
                RenewalEvent.NotUnderstood problem => RenewalAnswer.Failed(problem.Problem),
                _ => throw new NotSupportedException($"There is no answer to {asked.GetType().Name}."),
            };
        }
        catch (MemoryConflictException other)
        {
            return RenewalAnswer.Failed(other.Message);
        }
        catch (Exception exception) when (
            RenewalFailure.Of(exception, work.Progress.Doing, stop.IsCancellationRequested) is not null)
        {
            work.Log.Failed(work.Progress.Doing, exception);
            return RenewalAnswer.Failed(
                RenewalFailure.Of(exception, work.Progress.Doing, stop.IsCancellationRequested)!.Reason);
        }
    }
}
