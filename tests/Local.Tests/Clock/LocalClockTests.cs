using Infra.Local.Clock;

namespace Infra.Local.Tests.Clock;

public sealed class LocalClockTests : IDisposable
{
    private readonly LocalClock _clock = new();

    public void Dispose() => _clock.Dispose();

    [Fact]
    public async Task Advancing_moves_the_clock_by_that_much()
    {
        var before = DateTimeOffset.UtcNow;

        await _clock.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.InRange(_clock.GetUtcNow(), before.AddDays(3), DateTimeOffset.UtcNow.AddDays(3));
    }

    [Fact]
    public async Task A_job_runs_at_its_own_moment_on_the_way()
    {
        var due = _clock.GetUtcNow().AddHours(5);
        DateTimeOffset? ran = null;
        _clock.At(due, _ => Record(() => ran = _clock.GetUtcNow()));

        await _clock.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.NotNull(ran);
        Assert.InRange(ran.Value, due, due.AddMinutes(1));
    }

    [Fact]
    public async Task Jobs_run_in_the_order_of_their_moments_then_of_their_booking()
    {
        var now = _clock.GetUtcNow();
        var order = new List<string>();
        _clock.At(now.AddHours(2), _ => Record(() => order.Add("later")));
        _clock.At(now.AddHours(1), _ => Record(() => order.Add("first")));
        _clock.At(now.AddHours(1), _ => Record(() => order.Add("second")));

        await _clock.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.Equal(["first", "second", "later"], order);
    }

    [Fact]
    public async Task A_job_that_books_itself_again_runs_once_for_every_period_that_passes()
    {
        var runs = 0;
        Book();

        await _clock.AdvanceAsync(TimeSpan.FromDays(10) + TimeSpan.FromMinutes(1));

        Assert.Equal(10, runs);

        void Book() => _clock.At(_clock.GetUtcNow().AddDays(1), _ => Record(() =>
        {
            runs++;
            Book();
        }));
    }

    [Fact]
    public async Task A_job_that_is_not_due_waits()
    {
        var ran = false;
        _clock.At(_clock.GetUtcNow().AddHours(2), _ => Record(() => ran = true));

        await _clock.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.False(ran);
    }

    [Fact]
    public async Task A_clock_that_is_moved_waits_for_work_and_for_what_that_work_begins()
    {
        var order = new List<string>();
        _clock.At(_clock.GetUtcNow().AddHours(2), _ => Record(() => order.Add("job")));
        using var gate = new SemaphoreSlim(0);
        _clock.Begin(async () =>
        {
            await gate.WaitAsync();
            order.Add("work");
            _clock.Begin(() => Record(() => order.Add("its work")));
        });

        var moved = _clock.AdvanceAsync(TimeSpan.FromHours(3));
        var hadMoved = moved.IsCompleted;
        gate.Release();
        await moved;

        Assert.False(hadMoved);
        Assert.Equal(["work", "its work", "job"], order);
    }

    [Fact]
    public async Task Real_time_does_not_wait_for_work()
    {
        using var gate = new SemaphoreSlim(0);
        _clock.Begin(() => gate.WaitAsync());

        await _clock.AdvanceAsync(TimeSpan.Zero);

        gate.Release();
    }

    [Fact]
    public async Task Work_that_failed_makes_the_next_move_fail()
    {
        _clock.Begin(() => throw new InvalidOperationException("broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _clock.AdvanceAsync(TimeSpan.FromHours(1)));
    }

    private static Task Record(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
