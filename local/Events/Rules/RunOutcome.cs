namespace Infra.Local.Events.Rules;

/// <summary>How far a rule's call of a function has come.</summary>
public enum RunOutcome
{
    /// <summary>The function has the event.</summary>
    Begun,

    /// <summary>The function returned.</summary>
    Succeeded,

    /// <summary>An attempt failed and another one comes.</summary>
    Repeats,

    /// <summary>Every attempt failed; the event is lost.</summary>
    Failed,

    /// <summary>Lambda did not take the event: no permission, or no such function. On AWS only a metric shows it.</summary>
    Refused,
}
