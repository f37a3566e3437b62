namespace Infra.Local.Lambda;

/// <summary>What an invocation gave.</summary>
/// <param name="Payload">The answer, or the error document.</param>
/// <param name="FunctionError">Null, or <c>Unhandled</c> when the function failed, timed out or ended.</param>
public sealed record InvocationResult(ReadOnlyMemory<byte> Payload, string? FunctionError);
