using Infra.Local.Hosting;
using Infra.Local.Reporting;

namespace Infra.Local.Commands;

/// <summary>Deploys and stays up until it is stopped.</summary>
public static class RunCommand
{
    public static async Task<int> RunAsync(LocalOptions options, IReport report, CancellationToken cancellationToken)
    {
        var session = new Session(options, report);
        var assembly = await session.BuildAsync(cancellationToken);
        await using var aws = await session.StartAsync(assembly);
        await session.PrepareAsync(aws);
        await session.DeployAsync(aws, assembly, cancellationToken);
        report.Ready(StatusDocument.Of(aws));
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return 0;
    }
}
