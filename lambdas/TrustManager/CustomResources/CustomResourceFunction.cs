using Amazon.Lambda.Core;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CustomResources;

/// <summary>Entry point of every custom resource: whatever happens, CloudFormation is answered.</summary>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class CustomResourceFunction(
    ICustomResource resource, IAnswerChannel answers, EventLog log, TimeProvider time, CancellationToken ending)
{
    /// <summary>
    /// Answers with nothing: the caller is CloudFormation, which listens at the response URL only. Throws when no
    /// answer
    /// came through, or the work takes longer than one invocation, so that Lambda repeats the event.
    /// </summary>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var budget = new TimeBudget(context.RemainingTime, time);
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        var requestLog = log.For(context);
        switch (EventReader.Read(json.GetBuffer().AsSpan(0, (int)json.Length)))
        {
            case EventReading.Request { Content: var request }:
                requestLog.About(request);
                await AnswerAsync(await WorkAsync(request, requestLog, budget), requestLog, budget);
                break;
            case EventReading.Malformed { Address: var address, Problem: var problem }:
                var id = address.PhysicalResourceId ?? address.LogicalResourceId;
                await AnswerAsync(Failed(address, id, problem), requestLog, budget);
                break;
            case EventReading.Unanswerable { Problem: var problem }:
                requestLog.Unanswerable(problem);
                break;
        }

        return new MemoryStream();
    }

    private static CustomResourceAnswer Failed(AnswerAddress address, string physicalId, string reason) =>
        new(address, Succeeded: false, physicalId, reason, new Dictionary<string, string>());

    private async Task<CustomResourceAnswer> WorkAsync(
        CustomResourceRequest request, RequestLog requestLog, TimeBudget budget)
    {
        var progress = new Progress();
        using var workTime = new CancellationTokenSource(budget.ForWork, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(workTime.Token, ending);
        try
        {
            var work = new ResourceWork(request, progress, requestLog, budget.FinishBy);
            var result = await DoAsync(work, stop.Token).WaitAsync(budget.ForWorkAndUnwinding, time, ending);
            return new CustomResourceAnswer(
                request.Address, Succeeded: true, result.PhysicalResourceId, result.Says, result.Data);
        }
        catch (UnfinishedException unfinished)
        {
            requestLog.Noted(request.Address.LogicalResourceId, unfinished.Message);
            throw;
        }
        catch (Exception exception)
        {
            var doing = progress.Doing;
            requestLog.Failed(doing, exception);
            var reason = ending.IsCancellationRequested ? FailureReason.Ending(doing)
                : workTime.IsCancellationRequested ? FailureReason.OutOfTime(doing)
                : FailureReason.Of(exception, doing);
            return Failed(request.Address, request.Address.PhysicalResourceId ?? resource.PhysicalIdFor(request), reason);
        }
    }

    private Task<ResourceResult> DoAsync(ResourceWork work, CancellationToken cancellationToken) =>
        work.Request.Kind switch
        {
            RequestKind.Create => resource.CreateAsync(work, cancellationToken),
            RequestKind.Update => resource.UpdateAsync(work, cancellationToken),
            _ => resource.DeleteAsync(work, cancellationToken),
        };

    private async Task AnswerAsync(CustomResourceAnswer answer, RequestLog requestLog, TimeBudget budget)
    {
        var delivery = await answers.SendAsync(answer, budget.ToAnswer(ending.IsCancellationRequested));
        requestLog.Answered(answer, delivery);
        if (delivery is Delivery.Lost { LastProblem: var problem })
        {
            throw new AnswerLostException(
                $"CloudFormation did not get the answer to {answer.Address}: {problem}. Lambda repeats the event.");
        }
    }
}
