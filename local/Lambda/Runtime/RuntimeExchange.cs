using System.Threading.Channels;

namespace Infra.Local.Lambda.Runtime;

/// <summary>What one process and the Lambda service tell each other: initialization, then one invocation after the other.</summary>
public sealed class RuntimeExchange
{
    private readonly Channel<PendingInvocation> _waiting = Channel.CreateUnbounded<PendingInvocation>();
    private readonly TaskCompletionSource _initialized = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ReadOnlyMemory<byte>> _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private PendingInvocation? _current;

    /// <summary>The runtime has asked for its first invocation.</summary>
    public Task Initialized => _initialized.Task;

    /// <summary>The runtime has reported that it cannot start; the error document.</summary>
    public Task<ReadOnlyMemory<byte>> InitializationFailed => _failed.Task;

    /// <summary>The invocation that the process works on; null between two.</summary>
    public PendingInvocation? Current
    {
        get
        {
            lock (_lock)
            {
                return _current;
            }
        }
    }

    /// <summary>The invocation that the process works on, or the last one it worked on; null before the first.</summary>
    public string? LastRequestId { get; private set; }

    public void Offer(PendingInvocation invocation) => _waiting.Writer.TryWrite(invocation);

    /// <summary>Waits for an invocation; null when the runtime has not answered the one it has.</summary>
    public async Task<PendingInvocation?> NextAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_current is { Answered.IsCompleted: false })
            {
                return null;
            }

            _current?.End();
            _current = null;
        }

        _initialized.TrySetResult();
        var next = await _waiting.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            (_current, LastRequestId) = (next, next.RequestId);
        }

        return next;
    }

    /// <param name="requestId">From the path.</param>
    /// <param name="invocationId">As echoed; null when the runtime does not echo it, which is allowed.</param>
    /// <param name="result">The response or error.</param>
    public RuntimeAnswer Answer(string requestId, string? invocationId, InvocationResult result)
    {
        if (Current is not { } invocation || invocation.RequestId != requestId)
        {
            return RuntimeAnswer.UnknownRequest;
        }

        if (invocationId is not null && invocationId != invocation.InvocationId)
        {
            return RuntimeAnswer.WrongInvocationId;
        }

        return invocation.TryAnswer(result) ? RuntimeAnswer.Accepted : RuntimeAnswer.WrongState;
    }

    public RuntimeAnswer FailInitialization(ReadOnlyMemory<byte> error) =>
        !_initialized.Task.IsCompleted && _failed.TrySetResult(error) ? RuntimeAnswer.Accepted : RuntimeAnswer.WrongState;
}
