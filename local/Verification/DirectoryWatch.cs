using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.Verification;

/// <summary>Looks at every moment of a directory since the watch began, and not at its end alone.</summary>
public sealed class DirectoryWatch(Directories directories, string directoryId, CertificateType type)
{
    private readonly int _from = directories.History.Count;

    /// <summary>Fewest usable certificates of any moment, this one included.</summary>
    public int FewestUsable => Moments().Min(moment => moment.State.Usable(type, moment.At).Count());

    /// <summary>Whether smart cards, or LDAPS, were on at every moment.</summary>
    public bool WasAlwaysOn => Moments().All(moment => moment.State.IsOn(type));

    /// <summary>What changed, in order.</summary>
    public IReadOnlyList<string> Changes => [.. Mine().SelectMany(change => change.What)];

    private IEnumerable<DirectoryService.History.DirectoryChange> Mine() =>
        directories.History.Skip(_from).Where(change => change.DirectoryId == directoryId);

    private IEnumerable<(DateTimeOffset At, DirectoryState State)> Moments() =>
        Mine().Select(change => (change.At, change.After))
            .Append((DateTimeOffset.UtcNow, directories[directoryId].State));
}
