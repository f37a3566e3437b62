using Amazon.Lambda.Core;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager.CustomResources;

/// <summary>Entry point of every custom resource: whatever happens, CloudFormation is answered.</summary>
/// <param name="own">Events about any other resource are answered, and nothing is done about them.</param>
/// <param name="responses">An event that wants its answer anywhere else gets none, and nothing is done.</param>
/// <param name="ending">Cancelled when Lambda is about to end the process.</param>
public sealed class CustomResourceFunction(
    ICustomResource resource,
    OwnResource own,
    ResponseBucket responses,
    IAnswerChannel answers,
    EventLog log,
    TimeProvider time,
    CancellationToken ending)
{
    /// <summary>
    /// Responds with nothing to CloudFormation, which listens at the response URL only, and with an error to others.
    /// Throws when no answer came through, or the work takes longer than one invocation, so that Lambda repeats the
    /// event.
    /// </summary>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var budget = new TimeBudget(context.RemainingTime, time);
        using var json = new MemoryStream();
        await input.CopyToAsync(json, CancellationToken.None);
        var requestLog = log.For(context);
        var problem = await HandleAsync(json.ToArray(), requestLog, budget);
        return problem is null ? new MemoryStream() : new MemoryStream(ErrorResponse.Of(problem), writable: false);
    }

    /// <returns>Why nothing was done; null for an event of the function's own resource.</returns>
    private async Task<string?> HandleAsync(byte[] json, RequestLog requestLog, TimeBudget budget)
    {
        if (InvocationReader.Read(json) is (Invocation.Request or Invocation.EventBridge) and var invocation)
        {
            var refusal = RefusalOf(invocation);
            requestLog.Warned(own.Function, refusal);
            return refusal;
        }

        switch (EventReader.Read(json, responses))
        {
            case EventReading.Request { Content: var request }:
                requestLog.About(request);
                var foreign = own.RefusalOf(request.Address);
                var answer = foreign is null
                    ? await WorkAsync(request, requestLog, budget)
                    : Foreign(request, foreign, requestLog);
                await AnswerAsync(answer, requestLog, budget);
                return foreign;
            case EventReading.Malformed { Address: var address, Problem: var malformed }:
                await AnswerAsync(Failed(address, IdOf(address), malformed), requestLog, budget);
                return malformed;
            case EventReading.Unanswerable { Problem: var problem }:
                requestLog.Unanswerable(problem);
                return problem;
            case var other:
                throw new InvalidOperationException($"Nothing is done about {other.GetType().Name}.");
        }
    }

    private string RefusalOf(Invocation invocation) =>
        invocation is Invocation.Request asked && own.Target.RefusalOf(asked.Name) is { } refusal
            ? refusal
            : own.Target.RefusalOf(invocation);

    /// <summary>
    /// For a resource of another stack nothing was ever made, so that its Delete is fulfilled and its rollback ends.
    /// </summary>
    private static CustomResourceAnswer Foreign(CustomResourceRequest request, string problem, RequestLog requestLog)
    {
        requestLog.Warned(request.Address.LogicalResourceId, problem);
        return Failed(request.Address, IdOf(request.Address), problem) with
        {
            Succeeded = request.Kind == RequestKind.Delete,
        };
    }

    private static string IdOf(AnswerAddress address) => address.PhysicalResourceId ?? address.LogicalResourceId;

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
