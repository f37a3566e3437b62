namespace Infra.Local.Events.Rules;

/// <summary>A function that a rule calls.</summary>
/// <param name="Id">Unique in its rule.</param>
/// <param name="Arn">The function's.</param>
/// <param name="Input">JSON that it gets instead of the event; null for the event.</param>
public sealed record RuleTarget(string Id, string Arn, string? Input = null);
