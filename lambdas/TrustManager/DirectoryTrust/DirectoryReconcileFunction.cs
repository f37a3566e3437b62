using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.Requests;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.DirectoryTrust;

/// <summary>Entry point for EventBridge, whose events mean "run now", and for operators who change something.</summary>
public sealed class DirectoryReconcileFunction(
    DirectoryPlace place,
    DirectoryRun run,
    DirectoryWriteRequests requests,
    WriteExecution execution,
    TimeProvider time)
{
    private readonly RequestTarget _target = new(
        TrustManagerVariables.DirectoryReconcile, OperatorRequests.OfDirectory, [place.DirectoryId]);

    /// <exception cref="UnfinishedException">The work goes on when Lambda repeats the event.</exception>
    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var invocation = await InvocationReader.ReadAsync(input);
        return invocation is Invocation.EventBridge occurrence
            ? await RunAsync(occurrence, context)
            : await execution.RunAsync(
                invocation,
                DirectoryRequestReader.Read(invocation, _target, time.GetUtcNow()),
                context,
                (request, by, stop) => requests.FulfilAsync(request, by, context, stop));
    }

    /// <remarks>
    /// Who may invoke the function may write any event, so that nothing in it is believed but that it is time to look.
    /// What it claims of an object is shown as a claim.
    /// </remarks>
    private async Task<Stream> RunAsync(Invocation.EventBridge occurrence, ILambdaContext context)
    {
        var result = EventTime.Problem(occurrence, time.GetUtcNow()) is { } problem
            ? run.Refuse(occurrence.What, problem, context)
            : await run.RunAsync(new RunWish(occurrence.What, Notice: ObjectNotice.Find(occurrence)), context);
        return result.End == RunEnd.Unfinished
            ? throw new UnfinishedException(result.Text)
            : new MemoryStream(
                JsonSerializer.SerializeToUtf8Bytes(RunAnswer.Of(result), AnswerJson.Default.RunAnswer),
                writable: false);
    }
}
