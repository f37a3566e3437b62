using System.Diagnostics;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;
using Infra.Local.Years.Accidents;
using Infra.Local.Years.Findings;
using Infra.Local.Years.People;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years;

/// <summary>Lives through the years after a deployment, a day at a time.</summary>
public sealed class Lifetime(LocalAws aws, YearsOptions options, IReport report, IReadOnlyList<PkiTeam> teams, Inbox inbox)
{
    /// <summary>The overlap that an environment file gets by default.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(7);

    /// <param name="own">The deployment's own CA.</param>
    /// <param name="client">In whose name people act.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<YearsOutcome> LiveAsync(
        OwnAuthority own, AdministratorClient client, CancellationToken cancellationToken)
    {
        var took = Stopwatch.StartNew();
        var accidents = new DailyAccidents(aws, new Random(options.Seed));
        var functions = new ScheduledFunctions(aws, client);
        var administrator = new Administrator(functions, own.Arn, inbox, new Random(options.Seed + 1));
        var approver = new Approver(functions, aws.Directories, inbox, teams, new Random(options.Seed + 2));
        var removals = new Removals(teams, accidents.ByHand, Overlap);
        var ledger = new Ledger(aws, [.. Dependences()], own, removals);
        var callsBefore = Calls();
        var start = aws.Clock.GetUtcNow();
        var days = (int)(options.Years * 365.25);
        for (var day = 1; day <= days; day++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var today = start.AddDays(day);
            accidents.Happen(today);
            aws.Clock.At(today.AddHours(-6), _ => PeopleAsync(administrator, approver, client, today.AddHours(-6)));
            await aws.Clock.AdvanceAsync(today - aws.Clock.GetUtcNow(), cancellationToken);
            ledger.Close(today);
            if (day % 365 == 0)
            {
                report.Progress($"{today:yyyy-MM-dd}: {removals.Right} replaced, {ledger.Outages.Count} outages, "
                    + $"{inbox.All.Count} messages, {took.Elapsed.TotalSeconds:0} s");
            }
        }

        aws.Faults.Clear();
        return new Conclusion(options, ledger, removals, own, teams)
            .Of(
                accidents,
                inbox,
                new HumanActions(administrator.Publications, approver.Approvals),
                Calls() - callsBefore,
                took.Elapsed);
    }

    private async Task PeopleAsync(
        Administrator administrator, Approver approver, AdministratorClient client, DateTimeOffset now)
    {
        foreach (var team in teams)
        {
            await team.ActAsync(client, now, generation => inbox.AskingForSuccessorOf(generation) is not null);
        }

        await administrator.ActAsync(now);
        await approver.ActAsync(now);
    }

    private IEnumerable<Dependence> Dependences() =>
        from team in teams
        from directoryId in team.Folder.DirectoryIds
        select new Dependence(
            directoryId, team.Folder.IsSmartCard ? CertificateType.ClientCertAuth : CertificateType.ClientLDAPS, team);

    private long Calls() => aws.Calls.Counts.Snapshot().Sum(count => (long)count.Value);
}
