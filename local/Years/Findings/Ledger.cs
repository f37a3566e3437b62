using Infra.Local.DirectoryService.History;
using Infra.Local.Hosting;

namespace Infra.Local.Years.Findings;

/// <summary>Writes down, day by day, whether everybody could sign in and what the functions did.</summary>
public sealed class Ledger
{
    private readonly LocalAws _aws;
    private readonly IReadOnlyList<Dependence> _dependences;
    private readonly OwnAuthority _own;
    private readonly Removals _removals;
    private int _changesRead;

    public Ledger(LocalAws aws, IReadOnlyList<Dependence> dependences, OwnAuthority own, Removals removals)
    {
        (_aws, _dependences, _own, _removals) = (aws, dependences, own, removals);
        _changesRead = aws.Directories.History.Count;
        Fewest = dependences.ToDictionary(one => one, UsableNow);
    }

    /// <summary>How many directories there are.</summary>
    public int Directories => _dependences.Select(one => one.DirectoryId).Distinct().Count();

    /// <summary>Days and directories on which somebody could not sign in once the day's run was over.</summary>
    public List<string> Outages { get; } = [];

    /// <summary>Fewest usable certificates at any moment, of each purpose of each directory.</summary>
    public Dictionary<Dependence, int> Fewest { get; }

    public void Close(DateTimeOffset day)
    {
        foreach (var change in NewChanges())
        {
            _removals.Look(change);
            foreach (var one in _dependences.Where(one => one.DirectoryId == change.DirectoryId))
            {
                Fewest[one] = Math.Min(Fewest[one], change.After.Usable(one.Type, change.At).Count());
            }
        }

        foreach (var dependence in _dependences)
        {
            Fewest[dependence] = Math.Min(Fewest[dependence], UsableNow(dependence));
            if (dependence.Outage(_aws.Directories[dependence.DirectoryId].State, day) is { } outage)
            {
                Outages.Add($"{day:yyyy-MM-dd} {outage}");
            }
        }

        Outages.AddRange(_own.Outages(day).Select(outage => $"{day:yyyy-MM-dd} {outage}"));
    }

    private IEnumerable<DirectoryChange> NewChanges()
    {
        var history = _aws.Directories.History;
        var from = _changesRead;
        _changesRead = history.Count;
        return history.Skip(from);
    }

    private int UsableNow(Dependence one) =>
        _aws.Directories[one.DirectoryId].State.Usable(one.Type, _aws.Clock.GetUtcNow()).Count();
}
