namespace Infra.Local.Years.Findings;

/// <summary>One line of what came out.</summary>
/// <param name="Name">For example <c>sign-in outages (directory days)</c>.</param>
/// <param name="Value">What was seen.</param>
/// <param name="Allowed">What is allowed; null where the line only informs.</param>
/// <param name="Kept">False when it is a breach.</param>
public sealed record Finding(string Name, string Value, string? Allowed, bool Kept);
