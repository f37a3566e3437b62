using Infra.Local.Commands;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Synthesis;
using Infra.Local.Verification.Clients;
using Infra.Local.Years.Findings;
using Infra.Local.Years.People;
using Infra.Local.Years.Pictures;
using Infra.Local.Years.Pki;

namespace Infra.Local.Years;

/// <summary>Deploys, and lives through the years after it.</summary>
public static class YearsCommand
{
    /// <returns>0 only if nothing was breached.</returns>
    public static async Task<int> RunAsync(
        LocalOptions options, YearsOptions years, IReport report, CancellationToken cancellationToken)
    {
        var session = new Session(options, report);
        var assembly = await session.BuildAsync(cancellationToken);
        await using var aws = await session.StartAsync(assembly);
        using var administrator = new AdministratorClient(aws.Endpoint, aws.Account.Region);
        var file = Path.Combine(Repository.Find().Root, "environments", $"{options.Environment}.json");
        var teams = await TeamsAsync(aws, file, administrator, years.Seed);
        await session.DeployAsync(aws, assembly, cancellationToken);
        var own = new OwnAuthority(
            aws,
            StackOutputs.Of(aws.CloudFormation.Stacks, "CertificateAuthorityArn"),
            PkiFolder.TrustingOwnAuthority(file));
        var inbox = new Inbox(() => Letters(aws));
        var outcome = await new Lifetime(aws, years, report, teams, inbox)
            .LiveAsync(own, administrator, cancellationToken);
        report.Lived(outcome);
        if (years.Picture is { } picture)
        {
            await File.WriteAllTextAsync(picture, RotationPicture.Of(aws, teams, inbox), cancellationToken);
            report.Progress($"picture of one rotation: {picture}");
        }

        return outcome.Passed ? 0 : 1;
    }

    /// <summary>The teams' buckets exist, with the first certificates, before anything is deployed.</summary>
    private static async Task<IReadOnlyList<PkiTeam>> TeamsAsync(
        LocalAws aws, string environmentFile, AdministratorClient administrator, int seed)
    {
        var folders = PkiFolder.In(environmentFile);
        foreach (var bucket in folders.Select(folder => folder.Bucket).Distinct())
        {
            await administrator.CreateBucketWithEventsAsync(bucket);
        }

        List<PkiTeam> teams = [];
        foreach (var folder in folders)
        {
            var team = PkiTeam.Of(folder, administrator, seed + teams.Count, aws.Clock.GetUtcNow());
            await team.BeginAsync();
            teams.Add(team);
        }

        return teams;
    }

    private static IReadOnlyList<Letter> Letters(LocalAws aws) =>
        [.. aws.Notifications.Messages.Select(message => new Letter(message.At, message.Subject ?? "", message.Text))];
}
