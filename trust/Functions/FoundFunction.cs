namespace Infra.Trust.Functions;

/// <summary>The function to invoke.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Arn">Its ARN, or what else names it for Lambda where the command line does.</param>
internal sealed record FoundFunction(string Name, string Arn);
