using System.Text.Json.Nodes;

namespace Infra.Local.Events.Rules;

/// <summary>One call of one function by a rule.</summary>
/// <param name="Id">Also the request id of the invocation.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Time">Time of the event.</param>
/// <param name="FunctionArn">Who was called.</param>
/// <param name="Outcome">How far it has come.</param>
/// <param name="Reason">Why the last attempt failed or was refused; null when it did not.</param>
public sealed record RuleRun(
    string Id, string Rule, DateTimeOffset Time, string FunctionArn, RunOutcome Outcome, string? Reason = null)
{
    /// <summary>Whether nothing more comes of it.</summary>
    public bool IsOver => Outcome is not (RunOutcome.Begun or RunOutcome.Repeats);

    public JsonObject ToJson()
    {
        var document = new JsonObject
        {
            ["time"] = Time.ToString("O"),
            ["function"] = FunctionArn,
            ["outcome"] = Outcome.ToString(),
        };
        if (Reason is not null)
        {
            document["reason"] = Reason;
        }

        return document;
    }
}
