using System.Security.Cryptography;
using System.Text;
using Infra.Local.Clock;
using Infra.Local.DirectoryService.History;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.DirectoryService;

/// <summary>One directory: its state, what will become of it as the clock moves, and what became of it.</summary>
public sealed class AwsDirectory
{
    private readonly LocalClock _clock;
    private readonly ChangeFeed _feed;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<
        Func<DirectoryState, DateTimeOffset, DirectoryState>, (DateTimeOffset Due, int Order)> _coming = new();

    private DirectoryState _state;
    private int _booked;
    private int _certificateIds;

    public AwsDirectory(
        DirectorySpecification specification, DirectoryServiceOptions options, LocalClock clock, ChangeFeed feed)
    {
        (Specification, Options, _clock, _feed, CreatedAt) = (specification, options, clock, feed, clock.GetUtcNow());
        _state = new DirectoryState(DirectoryStage.Active, CreatedAt, [], SmartCard: null, Ldaps: null);
    }

    public DirectorySpecification Specification { get; }

    public string Id => Specification.Id;

    public DirectoryType Type => Specification.Type;

    public DateTimeOffset CreatedAt { get; }

    /// <summary>Times and ceilings of this directory; what is on its way keeps the time it was given.</summary>
    public DirectoryServiceOptions Options { get; set; }

    public PlannedFailures Failures { get; } = new();

    /// <summary>The directory at this moment.</summary>
    public DirectoryState State
    {
        get
        {
            lock (_lock)
            {
                Settle();
                return _state;
            }
        }
    }

    /// <summary>Changes the state at once; nothing changes where <paramref name="change"/> throws.</summary>
    public void Change(Func<DirectoryState, DateTimeOffset, DirectoryState> change)
    {
        lock (_lock)
        {
            Settle();
            Apply(change, _clock.GetUtcNow());
        }
    }

    /// <summary>
    /// Changes the state when the clock has moved on by <paramref name="after"/>; zero means before the next look.
    /// </summary>
    public void ChangeLater(TimeSpan after, Func<DirectoryState, DateTimeOffset, DirectoryState> change)
    {
        var due = _clock.GetUtcNow() + after;
        lock (_lock)
        {
            _coming.Enqueue(change, (due, _booked++));
        }

        // Nobody may look until long after: then the clock itself brings the change about, at its moment.
        _clock.At(due, _ => SettleAsync());
    }

    /// <summary>An id that no certificate of this directory had; the same ones in every run.</summary>
    public string NextCertificateId()
    {
        var seed = $"{Id}/{Interlocked.Increment(ref _certificateIds)}";
        return $"c-{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(seed)))[..10]}";
    }

    private Task SettleAsync()
    {
        lock (_lock)
        {
            Settle();
        }

        return Task.CompletedTask;
    }

    private void Settle()
    {
        var now = _clock.GetUtcNow();
        while (_coming.TryPeek(out _, out var at) && at.Due <= now)
        {
            Apply(_coming.Dequeue(), at.Due);
        }
    }

    private void Apply(Func<DirectoryState, DateTimeOffset, DirectoryState> change, DateTimeOffset at)
    {
        var before = _state;
        var after = change(before, at);
        if (!ReferenceEquals(before, after))
        {
            _state = after;
            _feed.Add(new DirectoryChange(at, Id, before, after));
        }
    }
}
