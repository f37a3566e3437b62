namespace Infra.Local.Alarms.Evaluation;

/// <summary>What an evaluation comes to.</summary>
/// <param name="State">The state that the alarm has now.</param>
/// <param name="Reason">Why, in CloudWatch's words.</param>
public sealed record AlarmVerdict(AlarmState State, string Reason);
