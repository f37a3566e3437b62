using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Commands;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Verification;

namespace Infra.EndToEnd.Tests.Outages;

/// <summary>Environment <c>local</c>, deployed once for the tests of a class: it takes minutes.</summary>
public sealed class DeployedSite : IAsyncLifetime
{
    private LocalAws _aws = null!;

    public Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var session = new Session(new LocalOptions(Port: 0, Verify: false, Json: true, "local"), new JsonReport());
        CloudAssembly assembly = await session.BuildAsync(CancellationToken.None);
        _aws = await session.StartAsync(assembly);
        await session.DeployAsync(_aws, assembly, CancellationToken.None);
        Site = new Site(_aws, assembly);
    }

    public async Task DisposeAsync()
    {
        Site.Dispose();
        await _aws.DisposeAsync();
    }
}
