namespace Infra.Trust.Tests.Lambda;

/// <summary>An error of the service, for the next so many calls of an operation.</summary>
internal sealed record Refusal(string Operation, int Status, string Code, string Message, int Times = int.MaxValue);
