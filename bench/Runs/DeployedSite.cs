using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Commands;
using Infra.Local.Hosting;
using Infra.Local.Verification;

namespace Infra.Bench.Runs;

/// <summary>The templates of environment <c>local</c>, deployed on a local AWS in this process.</summary>
internal sealed class DeployedSite : IAsyncDisposable
{
    private DeployedSite(LocalAws aws, CloudAssembly assembly) =>
        (Aws, Assembly, Site) = (aws, assembly, new Site(aws, assembly));

    public LocalAws Aws { get; }

    public CloudAssembly Assembly { get; }

    public Site Site { get; }

    /// <exception cref="InvalidOperationException">Building, synthesizing or deploying failed.</exception>
    public static async Task<DeployedSite> StartAsync(CancellationToken cancellationToken)
    {
        var options = new LocalOptions(Port: 0, Verify: true, Json: true, Environment: "local");
        var session = new Session(options, new QuietReport());
        var assembly = await session.BuildAsync(cancellationToken);
        var aws = await session.StartAsync(assembly);
        try
        {
            await session.DeployAsync(aws, assembly, cancellationToken);
            return new DeployedSite(aws, assembly);
        }
        catch
        {
            await aws.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Site.Dispose();
        await Aws.DisposeAsync();
    }
}
