using System.Text.Json.Nodes;
using Infra.Local.DirectoryService;
using Infra.Local.Verification;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years.People;

/// <summary>
/// Approves what a notification says is waiting, a day or two later: it takes that long to ask the team for the
/// thumbprint.
/// </summary>
public sealed class Approver(
    ScheduledFunctions functions, Directories directories, Inbox inbox, IReadOnlyList<PkiTeam> teams, Random random)
{
    private readonly Dictionary<(string DirectoryId, string Thumbprint), DateTimeOffset> _due = [];

    /// <summary>Requests to approve that registered, or will register, a certificate.</summary>
    public int Approvals { get; private set; }

    public async Task ActAsync(DateTimeOffset now)
    {
        foreach (var (directoryId, folder, generation) in Waiting())
        {
            var key = (directoryId, generation.Thumbprint);
            if (_due.TryAdd(key, now.AddDays(random.Next(1, 3))) || now < _due[key] || IsRegistered(key))
            {
                continue;
            }

            var response = await functions.AskAsync(
                directoryId,
                new JsonObject
                {
                    ["request"] = "approve",
                    ["thumbprint"] = generation.Thumbprint,
                    ["purpose"] = folder.IsSmartCard ? "smartCard" : "ldaps",
                });
            Approvals += response["error"] is null ? 1 : 0;
        }
    }

    /// <summary>What a team put there itself and did not take away, issuers first.</summary>
    private IEnumerable<(string DirectoryId, PkiFolder Folder, Generation Generation)> Waiting() =>
        from team in teams
        from directoryId in team.Folder.DirectoryIds
        from generation in team.Generations
        where generation.WithdrawnAt is null && inbox.AskingForApprovalOf(generation, directoryId)
        select (directoryId, team.Folder, generation);

    private bool IsRegistered((string DirectoryId, string Thumbprint) key) =>
        directories[key.DirectoryId].State.Certificates.Any(one => one.Thumbprint == key.Thumbprint);
}
