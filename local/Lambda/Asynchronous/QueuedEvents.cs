using System.Text;
using Infra.Local.Endpoint;
using Infra.Local.Faults;
using Infra.Local.Iam;
using Infra.Local.Lambda.Logging;

namespace Infra.Local.Lambda.Asynchronous;

/// <summary>Lambda's queue of events: each is tried until its function returns or its attempts or its time are used up.</summary>
/// <remarks>
/// Faults meet every attempt as service <c>lambda</c>, operation <c>Invoke</c>: <c>Throttle</c>, <c>InternalError</c>
/// and <c>Timeout</c> are failures of Lambda itself; <c>AccessDenied</c> and <c>Error</c> fail as the function would,
/// without running it; after <c>LostAnswer</c> the function has run and the event comes again all the same.
/// </remarks>
public sealed class QueuedEvents(Functions functions, LambdaHost host, FaultPlan faults)
{
    /// <summary>Takes an event. Real time does not wait for the function; a clock that is moved does.</summary>
    /// <param name="functionArn">Name or ARN of the function.</param>
    /// <param name="payload">The event.</param>
    /// <param name="caller">Needs the permission to invoke.</param>
    /// <param name="requestId">Of every attempt.</param>
    /// <param name="report">Told after every attempt.</param>
    /// <exception cref="AwsException"><c>AccessDenied</c> or <c>ResourceNotFoundException</c>: it is not taken.</exception>
    public void Add(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        Principal caller,
        string requestId,
        Action<InvocationAttempt>? report = null)
    {
        Demand(functionArn, caller, requestId);
        var arn = functions.Get(functionArn).Configuration.Arn;
        var queued = new QueuedEvent(arn, payload, requestId, host.Clock.GetUtcNow());
        Begin(report is null ? queued : queued with { Report = report });
    }

    /// <summary>A person sees the refusal in the answer; that of a service, which nobody would see, is noted in the log.</summary>
    private void Demand(string functionArn, Principal caller, string requestId)
    {
        try
        {
            functions.DemandInvoke(functionArn, caller);
        }
        catch (AwsException e) when (caller is Principal.Service && functions.Find(functionArn) is { } function)
        {
            Note(function, requestId, $"An event was refused, and on AWS nothing but a metric shows it: {e.Message}");
            throw;
        }
    }

    private void Begin(QueuedEvent queued) => host.Clock.Begin(() => AttemptAsync(queued));

    private async Task AttemptAsync(QueuedEvent queued)
    {
        if (functions.Find(queued.FunctionArn) is not { } function)
        {
            const string Gone = "The function was deleted.";
            queued.Report(new InvocationAttempt(host.Clock.GetUtcNow(), queued.Attempt, Gone, Again: null));
            return;
        }

        var failure = await RunAsync(function, queued);
        var now = host.Clock.GetUtcNow();
        if (failure is null)
        {
            queued.Report(new InvocationAttempt(now, queued.Attempt, null, null));
            return;
        }

        var failed = queued.After(failure);
        var again = RepeatPlan.NextAttempt(failed, failure, function.EventInvokeConfig, now);
        var next = again is { } moment ? $"comes again at {moment:u}" : "is lost";
        Note(
            function,
            queued.RequestId,
            $"Attempt {queued.Attempt} at an event failed, and the event {next}: {failure.Message}");
        queued.Report(new InvocationAttempt(now, queued.Attempt, failure.Message, again));
        if (again is { } due)
        {
            host.Clock.At(due, _ =>
            {
                Begin(failed);
                return Task.CompletedTask;
            });
        }
    }

    private async Task<AttemptFailure?> RunAsync(DeployedFunction function, QueuedEvent queued)
    {
        var fault = faults.Take("lambda", "Invoke");
        await Task.Delay(fault?.Delay ?? TimeSpan.Zero);
        try
        {
            if (fault is { Kind: not (FaultKind.Slow or FaultKind.LostAnswer) })
            {
                throw InvocationFaults.ToError(fault);
            }

            var result = await function.InvokeAsync(queued.RequestId, queued.Payload);
            return result.FunctionError is not null
                ? new AttemptFailure(Encoding.UTF8.GetString(result.Payload.Span), IsOfService: false)
                : fault?.Kind == FaultKind.LostAnswer
                    ? new AttemptFailure("The function's answer was lost (an injected fault).", IsOfService: false)
                    : null;
        }
        catch (AwsException e)
        {
            return new AttemptFailure($"{e.Code}: {e.Message}", IsOfService: e.StatusCode is 429 or >= 500);
        }
    }

    private void Note(DeployedFunction function, string requestId, string text) => function.Log.Write(
        new LogLine(host.Clock.GetUtcNow(), function.Configuration.Name, "", requestId, LogSource.Note, text));
}
