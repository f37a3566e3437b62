using System.Diagnostics;
using Infra.Local.Reporting;
using Infra.Local.Verification;

namespace Infra.Local.Commands;

/// <summary>Deploys, walks the acceptance list and ends.</summary>
public static class VerifyCommand
{
    /// <returns>0 only if every check passed.</returns>
    public static async Task<int> RunAsync(LocalOptions options, IReport report, CancellationToken cancellationToken)
    {
        var took = Stopwatch.StartNew();
        var session = new Session(options, report);
        var assembly = await session.BuildAsync(cancellationToken);
        await using var aws = await session.StartAsync(assembly);
        await session.DeployAsync(aws, assembly, cancellationToken);
        using var site = new Site(aws, assembly);
        var results = new List<CheckResult>();
        await foreach (var result in CheckRun.RunAsync(AcceptanceList.For(site, assembly, session.SynthesizeAsync), cancellationToken))
        {
            report.Check(result);
            results.Add(result);
        }

        report.Finished(results, took.Elapsed);
        return results.All(result => result.Passed) ? 0 : 1;
    }
}
