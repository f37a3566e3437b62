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
        var (repository, session) = (Repository.Find(), new Session(options, report));
        var environments = Path.Combine(repository.Root, "environments");
        var file = Path.Combine(environments, $"{options.Environment}.json");
        var teams = Teams(file, years.Seed);
        var certificates = Path.Combine(repository.Scratch, options.Environment, "certificates");
        AnchorFolder.Write(certificates, environments, teams);
        var assembly = await session.BuildAsync(
            cancellationToken, new Dictionary<string, string> { ["certificateFolder"] = certificates });
        await using var aws = await session.StartAsync(assembly);
        using var administrator = new AdministratorClient(aws.Endpoint, aws.Account.Region);
        await BeginAsync(teams, administrator);
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

    /// <summary>None where there is no such file, which synthesis refuses in words of its own.</summary>
    private static List<PkiTeam> Teams(string environmentFile, int seed) => File.Exists(environmentFile)
        ? [.. PkiFolder.In(environmentFile).Select((folder, i) => PkiTeam.Of(folder, seed + i, DateTimeOffset.UtcNow))]
        : [];

    /// <summary>The teams' buckets exist, with the first certificates, before anything is deployed.</summary>
    private static async Task BeginAsync(IReadOnlyList<PkiTeam> teams, AdministratorClient administrator)
    {
        foreach (var bucket in teams.Select(team => team.Folder.Bucket).Distinct())
        {
            await administrator.CreateBucketWithEventsAsync(bucket);
        }

        foreach (var team in teams)
        {
            await team.BeginAsync(administrator);
        }
    }

    private static IReadOnlyList<Letter> Letters(LocalAws aws) =>
        [.. aws.Notifications.Messages.Select(message => new Letter(message.At, message.Subject ?? "", message.Text))];
}
