namespace Infra.Local.DirectoryService.History;

/// <summary>Every change of every directory, in order.</summary>
public sealed class ChangeFeed
{
    private readonly Lock _lock = new();
    private readonly List<DirectoryChange> _changes = [];

    public void Add(DirectoryChange change)
    {
        lock (_lock)
        {
            _changes.Add(change);
        }
    }

    /// <summary>A snapshot.</summary>
    public IReadOnlyList<DirectoryChange> ToList()
    {
        lock (_lock)
        {
            return [.. _changes];
        }
    }
}
