using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CaRenewal;

/// <summary>Entry point for EventBridge, whose events mean "run now", and for operators who change something.</summary>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class CaRenewalFunction(
    RenewalRun run,
    CaWriteRequests requests,
    RenewalSettings settings,
    WriteExecution execution,
    EventLog log,
    TimeProvider time,
    CancellationToken ending)
{
    private readonly RequestTarget _target = new(
        TrustManagerVariables.CaRenewal, OperatorRequests.OfAuthority, [settings.Ca.ToString()]);

    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var budget = new TimeBudget(context.RemainingTime, time);
        var invocation = await InvocationReader.ReadAsync(input);
        return invocation is Invocation.EventBridge occurrence
            ? await RunAsync(occurrence, context, budget)
            : await execution.RunAsync(
                invocation,
                CaRequestReader.Read(invocation, _target, time.GetUtcNow()),
                context,
                (request, by, stop) => requests.FulfilAsync(request, by, Work(context), stop));
    }

    private RenewalWork Work(ILambdaContext context) =>
        new(time.GetUtcNow(), context.AwsRequestId, new Progress(), log.For(context));

    private async Task<Stream> RunAsync(Invocation.EventBridge occurrence, ILambdaContext context, TimeBudget budget)
    {
        var work = Work(context);
        work.Log.About("run", occurrence.What);
        var answer = EventTime.Problem(occurrence, work.At) is { } problem
            ? Refuse(problem, work)
            : await RunAsync(work, budget);
        return new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(answer, RenewalAnswerJson.Default.RenewalAnswer));
    }

    private RenewalAnswer Refuse(string problem, RenewalWork work)
    {
        work.Log.Ran(settings.Ca.CaId, "refused", problem, failed: true);
        work.Log.Figures(TrustManagerMetrics.CertificateAuthorityId, settings.Ca.CaId, RenewalReport.Refused);
        return RenewalAnswer.Failed(problem);
    }

    private async Task<RenewalAnswer> RunAsync(RenewalWork work, TimeBudget budget)
    {
        var subject = settings.Ca.CaId;
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

        var text = RenewalReport.Text(outcome, settings);
        var failed = outcome.Failure is not null;
        work.Log.Ran(subject, outcome.Skipped ? "skipped" : failed ? "failed" : "succeeded", text, failed);
        work.Log.Figures(
            TrustManagerMetrics.CertificateAuthorityId, subject, RenewalReport.Figures(outcome, work.At));
        return new RenewalAnswer(text) { Error = outcome.Failure?.Reason };
    }
}
