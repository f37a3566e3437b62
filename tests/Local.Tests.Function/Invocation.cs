namespace Infra.Local.Tests.Function;

/// <summary>One event with the headers it came with.</summary>
internal sealed record Invocation(
    string RequestId, string InvocationId, string Payload, DateTimeOffset Deadline, string FunctionArn, string TraceId);
