namespace Infra.Local.Years.People;

/// <summary>A message as a person gets it.</summary>
/// <param name="At">On the local AWS' clock.</param>
public sealed record Letter(DateTimeOffset At, string Subject, string Text);
