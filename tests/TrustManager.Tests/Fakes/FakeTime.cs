namespace Infra.TrustManager.Tests.Fakes;

/// <summary>
/// A clock on which pauses take no time: whoever waits less than a minute finds the clock moved on at once.
/// </summary>
/// <remarks>
/// Deadlines (cancellation after a time, and every wait of a minute or more) fire when the clock passes them.
/// </remarks>
internal sealed class FakeTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 21, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero)
        {
            return new Timer(this, callback, state, DateTimeOffset.MaxValue);
        }

        var timer = new Timer(this, callback, state, _now + dueTime);
        _timers.Add(timer);
        if (state is not CancellationTokenSource && dueTime < TimeSpan.FromMinutes(1))
        {
            Advance(dueTime);
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        var target = _now + by;
        while (_timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due) is { } next)
        {
            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
            next.Fire();
        }

        _now = target > _now ? target : _now;
    }

    private sealed class Timer(FakeTime time, TimerCallback callback, object? state, DateTimeOffset due) : ITimer
    {
        public DateTimeOffset Due { get; private set; } = due;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime < TimeSpan.Zero ? DateTimeOffset.MaxValue : time._now + dueTime;
            return true;
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
