using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda.Asynchronous;

namespace Infra.Local.Events.Rules;

/// <summary>Gives events to the functions of a rule, in the rule's name, and records what becomes of them.</summary>
internal sealed class RuleCalls(QueuedEvents functionEvents, AwsAccount account, Action<RuleRun> changed)
{
    private const string ServiceName = "events.amazonaws.com";

    /// <param name="active">Whose functions are called.</param>
    /// <param name="time">Time of the event.</param>
    /// <param name="document">The event.</param>
    public void Call(ActiveRule active, DateTimeOffset time, JsonObject document)
    {
        var (rule, payload) = (active.Rule, JsonSerializer.SerializeToUtf8Bytes(document));
        foreach (var target in rule.Targets)
        {
            Call(active, target, target.Input is null ? payload : Encoding.UTF8.GetBytes(target.Input), time);
        }
    }

    private void Call(ActiveRule active, RuleTarget target, byte[] payload, DateTimeOffset time)
    {
        var run = new RuleRun(Guid.NewGuid().ToString(), active.Rule.Name, time, target.Arn, RunOutcome.Begun);
        var caller = new Principal.Service(ServiceName, active.Rule.Arn, account.Id);
        Record(active, run);
        try
        {
            functionEvents.Add(target.Arn, payload, caller, run.Id, attempt => Record(active, After(run, attempt)));
        }
        catch (AwsException e)
        {
            Record(active, run with { Outcome = RunOutcome.Refused, Reason = $"{e.Code}: {e.Message}" });
        }
    }

    private void Record(ActiveRule active, RuleRun run)
    {
        active.Record(run);
        changed(run);
    }

    private static RuleRun After(RuleRun run, InvocationAttempt attempt) => attempt switch
    {
        { Failure: null } => run with { Outcome = RunOutcome.Succeeded },
        { Again: { } due } => run with
        {
            Outcome = RunOutcome.Repeats,
            Reason = $"Comes again at {due:u}: {attempt.Failure}",
        },
        _ => run with { Outcome = RunOutcome.Failed, Reason = attempt.Failure },
    };
}
