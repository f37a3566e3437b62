namespace Infra.Local.CloudFormation.Templates;

/// <summary>An output of a deployed stack.</summary>
/// <param name="Key">Its key in the template.</param>
/// <param name="Value">What it says.</param>
/// <param name="ExportName">Name under which other stacks import it; null when it is not exported.</param>
public sealed record StackOutput(string Key, string Value, string? ExportName);
