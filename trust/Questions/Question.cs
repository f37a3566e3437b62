namespace Infra.Trust.Questions;

/// <summary>What the command line asks.</summary>
/// <param name="Payload">The event for the function, JSON.</param>
/// <param name="FunctionName">Name or ARN of the function; null to search for it.</param>
/// <param name="Json">Print the answer as it came instead of its text.</param>
public sealed record Question(Subject Subject, string Payload, string? FunctionName, bool Json);
