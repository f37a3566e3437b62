using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Hosting;

namespace Infra.Local.Verification;

/// <summary>Looks at every moment of a directory since the watch began, and not at its end alone.</summary>
public sealed class DirectoryWatch(LocalAws aws, string directoryId, CertificateType type)
{
    private readonly int _from = aws.Directories.History.Count;

    /// <summary>Fewest usable certificates of any moment, this one included.</summary>
    public int FewestUsable => Moments().Min(moment => moment.State.Usable(type, moment.At).Count());

    /// <summary>Whether smart cards, or LDAPS, were on at every moment.</summary>
    public bool WasAlwaysOn => Moments().All(moment => moment.State.IsOn(type));

    /// <summary>What changed, in order.</summary>
    public IReadOnlyList<string> Changes => [.. Mine().SelectMany(change => change.What)];

    private IEnumerable<DirectoryService.History.DirectoryChange> Mine() =>
        aws.Directories.History.Skip(_from).Where(change => change.DirectoryId == directoryId);

    private IEnumerable<(DateTimeOffset At, DirectoryState State)> Moments() =>
        Mine().Select(change => (change.At, change.After))
            .Append((aws.Clock.GetUtcNow(), aws.Directories[directoryId].State));
}
