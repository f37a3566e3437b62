namespace Infra.Local.Years.Pki;

/// <summary>One CA of a PKI team through its generations: each successor is dropped, used, and one day withdrawn.</summary>
public sealed class CertificateLine : IDisposable
{
    /// <summary>From a successor's arrival until something is issued below it: the team waits until all know it.</summary>
    private static readonly TimeSpan UntilUsed = TimeSpan.FromDays(21);

    /// <summary>
    /// The same where the files are swapped on one day, and from then until nothing below the old one is left: who is in
    /// such a hurry relies on the overlap.
    /// </summary>
    private static readonly (TimeSpan ToNew, TimeSpan FromOld) Hurry = (TimeSpan.FromDays(3), TimeSpan.FromDays(5));

    /// <summary>From the end of the last use until the file is taken away.</summary>
    private static readonly TimeSpan UntilWithdrawn = TimeSpan.FromDays(5);

    /// <summary>Chance that a file is left behind until long after its certificate has expired.</summary>
    private const double LeavesBehind = 0.3;

    /// <summary>Days: longest that a successor is delivered before it is valid.</summary>
    private const int LongestEarly = 60;

    private readonly Habits _habits;
    private readonly CertificateLine? _issuer;
    private readonly string _folder;
    private readonly Random _random;
    private readonly List<Generation> _generations = [];
    private DateTimeOffset? _nextDrop;

    public CertificateLine(Habits habits, CertificateLine? issuer, string folder, Random random, DateTimeOffset start)
    {
        (_habits, _issuer, _folder, _random) = (habits, issuer, folder, random);
        Add(start, start.AddDays(-1), start + habits.FirstLeft, usedFrom: start);
    }

    public IReadOnlyList<Generation> Generations => _generations;

    public Generation Newest => _generations[^1];

    /// <summary>Times that the team had to be asked for a successor.</summary>
    public int Asked { get; private set; }

    /// <summary>What the team does at <paramref name="now"/>: files that come and files that go.</summary>
    /// <param name="mentioned">Whether a message names a certificate that has no successor.</param>
    public (Generation? Dropped, IReadOnlyList<Generation> Withdrawn) Act(
        DateTimeOffset now, Func<Generation, bool> mentioned)
    {
        if (_nextDrop == DateTimeOffset.MaxValue && mentioned(Newest))
        {
            Asked++;
            _nextDrop = now.AddDays(_random.Next(3, 40));
        }

        Generation? dropped = null;
        if (now >= _nextDrop)
        {
            var (earlier, swaps) = (Newest, _random.NextDouble() < _habits.Swaps);
            var from = _random.NextDouble() < _habits.ComesEarly ? now.AddDays(_random.Next(1, LongestEarly)) : now;
            dropped = Add(now, from.AddHours(-1), from + _habits.Validity, from + (swaps ? Hurry.ToNew : UntilUsed));
            var lastUse = swaps ? from + Hurry.FromOld : dropped.UsedFrom + _habits.CardLife;
            earlier.UsedUntil = lastUse < earlier.NotAfter ? lastUse : earlier.NotAfter;
            earlier.IsSwapped = swaps;
        }

        return (dropped, Withdraw(now));
    }

    public void Dispose()
    {
        foreach (var generation in _generations)
        {
            generation.Dispose();
        }
    }

    private Generation Add(DateTimeOffset now, DateTimeOffset from, DateTimeOffset until, DateTimeOffset usedFrom)
    {
        var number = _generations.Count + 1;
        var issuer = _issuer?.Newest;
        var name = _habits.KeepsName ? _habits.Name : $"{_habits.Name} {number}";
        var (certificate, key) = CaFactory.Create(name, issuer, from, until);
        var file = $"{_folder}{_habits.Name.Replace(' ', '-').ToLowerInvariant()}-{number}.pem";
        var generation = new Generation(certificate, key, issuer, file)
        {
            DroppedAt = now, UsedFrom = usedFrom, IsForgotten = _random.NextDouble() < _habits.Forgets,
        };
        _generations.Add(generation);
        _nextDrop = generation.IsForgotten
            ? DateTimeOffset.MaxValue
            : generation.NotAfter - _habits.ShortestLead
                - ((_habits.LongestLead - _habits.ShortestLead) * _random.NextDouble());
        return generation;
    }

    private List<Generation> Withdraw(DateTimeOffset now)
    {
        List<Generation> gone = [.. _generations.Where(one => one.WithdrawnAt is null && now >= WithdrawnFrom(one))];
        gone.ForEach(one => one.WithdrawnAt = now);
        return gone;
    }

    private DateTimeOffset WithdrawnFrom(Generation one)
    {
        if (one == Newest)
        {
            return DateTimeOffset.MaxValue;
        }

        if (one.IsSwapped)
        {
            return DateTimeOffset.MinValue;
        }

        // The same for every look at the same certificate.
        var leftBehind = new Random(one.ObjectKey.Length + one.NotAfter.DayOfYear).NextDouble() < LeavesBehind;
        return leftBehind ? one.NotAfter.AddDays(60) : one.UsedUntil + UntilWithdrawn;
    }
}
