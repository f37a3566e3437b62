namespace Infra.Local.Clock;

/// <summary>Real time plus an offset that only ever grows, and the jobs that wait for their moment on it.</summary>
/// <remarks>
/// Moving the clock runs every job that falls due on the way, in order, each at its own moment: a CRL that is refreshed
/// every half week is refreshed twenty times when ten weeks pass. Jobs never overlap. Work that was begun, such as a
/// function that an event called, goes on beside real time; a clock that is moved waits for it before it goes on.
/// </remarks>
public sealed class LocalClock : TimeProvider, IDisposable
{
    private readonly PriorityQueue<Job, (DateTimeOffset Due, long Order)> _jobs = new();
    private readonly SemaphoreSlim _running = new(1);
    private readonly Lock _lock = new();
    private readonly List<Task> _begun = [];
    private TimeSpan _offset = TimeSpan.Zero;
    private OffsetFile? _file;
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

    /// <summary>The file in which function processes read <see cref="Offset"/>; made when first asked for.</summary>
    public string OffsetFilePath
    {
        get
        {
            lock (_lock)
            {
                _file ??= new OffsetFile(_offset);
                return _file.Path;
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

    /// <summary>Begins <paramref name="work"/> now; a clock that is moved waits until it is over, real time does not.</summary>
    public void Begin(Func<Task> work)
    {
        lock (_lock)
        {
            _begun.RemoveAll(earlier => earlier.IsCompletedSuccessfully);
            _begun.Add(Task.Run(work));
        }
    }

    /// <summary>Moves the clock forward, running what falls due. A negative or zero span only runs what is due already.</summary>
    /// <remarks>Work that was begun and failed makes the next move fail.</remarks>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        await _running.WaitAsync(cancellationToken);
        try
        {
            var isMoved = by > TimeSpan.Zero;
            await BegunAsync(isMoved, cancellationToken);
            var target = GetUtcNow() + (isMoved ? by : TimeSpan.Zero);
            while (NextDueBy(target) is { } job)
            {
                MoveTo(job.Due);
                await job.Run(cancellationToken);
                await BegunAsync(isMoved, cancellationToken);
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

    public void Dispose()
    {
        _running.Dispose();
        _file?.Dispose();
    }

    private async Task BegunAsync(bool isMoved, CancellationToken cancellationToken)
    {
        // Work may begin other work.
        while (isMoved && Begun() is { Count: > 0 } begun)
        {
            await Task.WhenAll(begun).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Work that is not over; none of it is given twice once it is.</summary>
    private List<Task> Begun()
    {
        lock (_lock)
        {
            List<Task> begun = [.. _begun];
            _begun.RemoveAll(work => work.IsCompleted);
            return begun;
        }
    }

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
            if (ahead > _offset)
            {
                _offset = ahead;
                _file?.Write(ahead);
            }
        }
    }

    private sealed record Job(DateTimeOffset Due, Func<CancellationToken, Task> Run);
}
