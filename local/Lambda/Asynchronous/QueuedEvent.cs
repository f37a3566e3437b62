namespace Infra.Local.Lambda.Asynchronous;

/// <summary>An event that waits for its function.</summary>
/// <param name="FunctionArn">Whose it is.</param>
/// <param name="Payload">The event.</param>
/// <param name="RequestId">The same for every attempt, as on AWS.</param>
/// <param name="QueuedAt">When Lambda took it.</param>
internal sealed record QueuedEvent(
    string FunctionArn, ReadOnlyMemory<byte> Payload, string RequestId, DateTimeOffset QueuedAt)
{
    /// <summary>Told after every attempt. Default: nobody listens.</summary>
    public Action<InvocationAttempt> Report { get; init; } = _ => { };

    /// <summary>Attempts on which the function failed. Default: none yet.</summary>
    public int FunctionFailures { get; init; }

    /// <summary>Attempts on which Lambda could not run it. Default: none yet.</summary>
    public int ServiceFailures { get; init; }

    /// <summary>Of the next attempt, from 1 on.</summary>
    public int Attempt => FunctionFailures + ServiceFailures + 1;

    public QueuedEvent After(AttemptFailure failure) => failure.IsOfService
        ? this with { ServiceFailures = ServiceFailures + 1 }
        : this with { FunctionFailures = FunctionFailures + 1 };
}
