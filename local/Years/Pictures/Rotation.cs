using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Years.People;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.Pictures;

/// <summary>A certificate that was replaced, with everything that happened to it and to its successor.</summary>
/// <param name="RegisteredAt">When the successor was registered.</param>
/// <param name="RemovedAt">When the old certificate was taken out of the directory.</param>
/// <param name="AskedAt">When a message asked for the successor; null when it was not needed.</param>
public sealed record Rotation(
    string DirectoryId,
    Generation Old,
    Generation Successor,
    DateTimeOffset RegisteredAt,
    DateTimeOffset RemovedAt,
    DateTimeOffset? AskedAt)
{
    /// <summary>Completed rotations of certificates for smart cards, those with a message first.</summary>
    public static IReadOnlyList<Rotation> Of(Directories directories, IReadOnlyList<PkiTeam> teams, Inbox inbox) =>
    [
        .. (from team in teams
            where team.Folder.IsSmartCard
            from line in team.Lines.Skip(1)
            from pair in line.Generations.Zip(line.Generations.Skip(1))
            from directoryId in team.Folder.DirectoryIds
            let registered = FirstSeen(directories, directoryId, pair.Second.Thumbprint)
            let removed = Gone(directories, directoryId, pair.First.Thumbprint)
            where registered is not null && removed is not null
            select new Rotation(
                directoryId,
                pair.First,
                pair.Second,
                registered.Value,
                removed.Value,
                inbox.AskingForSuccessorOf(pair.First)?.At is { } asked && asked < pair.Second.DroppedAt ? asked : null))
        .OrderBy(rotation => rotation.AskedAt is null),
    ];

    private static DateTimeOffset? FirstSeen(Directories directories, string directoryId, string thumbprint) =>
        directories.History
            .Where(change => change.DirectoryId == directoryId && Has(change.After, thumbprint))
            .Select(change => (DateTimeOffset?)change.At)
            .FirstOrDefault();

    private static DateTimeOffset? Gone(Directories directories, string directoryId, string thumbprint) =>
        directories.History
            .Where(change => change.DirectoryId == directoryId
                && Has(change.Before, thumbprint)
                && !Has(change.After, thumbprint))
            .Select(change => (DateTimeOffset?)change.At)
            .LastOrDefault();

    private static bool Has(DirectoryState state, string thumbprint) => state.Certificates.Any(
        one => one.Thumbprint == thumbprint && one.State == CertificateState.Registered);
}
