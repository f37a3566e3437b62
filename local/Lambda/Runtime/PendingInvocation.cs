namespace Infra.Local.Lambda.Runtime;

/// <summary>One invocation on its way through a function's process.</summary>
/// <param name="requestId">Names it to the caller and in the log.</param>
/// <param name="payload">The event.</param>
/// <param name="timeout">What the function may take.</param>
public sealed class PendingInvocation(string requestId, ReadOnlyMemory<byte> payload, TimeSpan timeout)
{
    private readonly TaskCompletionSource<InvocationResult> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string RequestId { get; } = requestId;

    public ReadOnlyMemory<byte> Payload { get; } = payload;

    /// <summary>The runtime echoes it, so that an answer to an earlier try is told apart.</summary>
    public string InvocationId { get; } = Guid.NewGuid().ToString();

    /// <summary>Trace header in X-Ray's format; sampling is never on.</summary>
    public string TraceId { get; } = Tracing.TraceId.New(DateTimeOffset.UtcNow) + ";Sampled=0";

    /// <summary>When the process is killed, on the clock that the process itself sees.</summary>
    public DateTimeOffset Deadline { get; } = DateTimeOffset.UtcNow + timeout;

    /// <summary>The runtime has posted a response or an error.</summary>
    public Task<InvocationResult> Answered => _answered.Task;

    /// <summary>The runtime has asked for the next invocation, so this one needs the process no longer.</summary>
    public Task Over => _over.Task;

    internal bool TryAnswer(InvocationResult result) => _answered.TrySetResult(result);

    internal void End() => _over.TrySetResult();
}
