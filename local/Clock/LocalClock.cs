namespace Infra.Local.Clock;

/// <summary>Real time plus an offset that only ever grows, and the jobs that wait for their moment on it.</summary>
/// <remarks>
/// Moving the clock runs every job that falls due on the way, in order, each at its own moment: a CRL that is refreshed
/// every half week is refreshed twenty times when ten weeks pass. Jobs never overlap.
/// </remarks>
public sealed class LocalClock : TimeProvider, IDisposable
{
    private readonly PriorityQueue<Job, (DateTimeOffset Due, long Order)> _jobs = new();
    private readonly SemaphoreSlim _running = new(1);
    private readonly Lock _lock = new();
    private TimeSpan _offset = TimeSpan.Zero;
    private long _order;

    /// <summary>How far this clock is ahead of real time.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_lock)
            {
                return _offset;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Offset;

    /// <summary>Runs <paramref name="job"/> when this clock reaches <paramref name="due"/>; a moment in the past means at the next tick.</summary>
    public void At(DateTimeOffset due, Func<CancellationToken, Task> job)
    {
        lock (_lock)
        {
            _jobs.Enqueue(new Job(due, job), (due, _order++));
        }
    }

    /// <summary>Moves the clock forward, running what falls due. A negative or zero span only runs what is due already.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            var target = GetUtcNow() + (by > TimeSpan.Zero ? by : TimeSpan.Zero);
            while (NextDueBy(target) is { } job)
            {
                MoveTo(job.Due);
                await job.Run(cancellationToken);
            }

            MoveTo(target);
        }
        finally
        {
            _running.Release();
        }
    }

    /// <summary>Runs jobs as real time brings them due, until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await tick.WaitForNextTickAsync(cancellationToken))
        {
            await AdvanceAsync(TimeSpan.Zero, cancellationToken);
        }
    }

    public void Dispose() => _running.Dispose();

    private Job? NextDueBy(DateTimeOffset target)
    {
        lock (_lock)
        {
            return _jobs.TryPeek(out var job, out var at) && at.Due <= target ? _jobs.Dequeue() : null;
        }
    }

    private void MoveTo(DateTimeOffset moment)
    {
        lock (_lock)
        {
            var ahead = moment - DateTimeOffset.UtcNow;
            _offset = ahead > _offset ? ahead : _offset;
        }
    }

    private sealed record Job(DateTimeOffset Due, Func<CancellationToken, Task> Run);
}
