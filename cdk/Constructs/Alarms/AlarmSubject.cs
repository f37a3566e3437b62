namespace Infra.Cdk.Constructs.Alarms;

/// <summary>What an alarm is about.</summary>
/// <param name="Dimension">Dimension of its metrics.</param>
/// <param name="Id">Value of the dimension.</param>
/// <param name="Name">What people call it, in the middle of a sentence.</param>
/// <param name="Handle">How the repository's command is told which one is meant.</param>
public sealed record AlarmSubject(string Dimension, string Id, string Name, string Handle);
