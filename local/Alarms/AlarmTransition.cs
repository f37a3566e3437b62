namespace Infra.Local.Alarms;

/// <summary>A change of an alarm's state.</summary>
/// <param name="At">On the local AWS' clock.</param>
/// <param name="From">Before.</param>
/// <param name="To">After.</param>
/// <param name="Reason">Why, in CloudWatch's words.</param>
public sealed record AlarmTransition(DateTimeOffset At, AlarmState From, AlarmState To, string Reason)
{
    /// <summary>
    /// Actions that could not be taken, each with why: CloudWatch writes these to the alarm's history only.
    /// </summary>
    public IReadOnlyList<string> FailedActions { get; init; } = [];
}
