namespace Infra.Local.Alarms.Evaluation;

/// <summary>One period that has values.</summary>
/// <param name="Age">Periods between it and the moment of the evaluation: 0 for the newest.</param>
/// <param name="At">Its first moment.</param>
/// <param name="Value">The statistic of its values.</param>
/// <param name="IsBreaching">Whether that is beyond the threshold.</param>
public sealed record Datapoint(int Age, DateTimeOffset At, double Value, bool IsBreaching);
