using System.Text.Json.Nodes;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;
using Infra.Local.Verification.Checks;

namespace Infra.Bench.Metrics;

/// <summary>Calls to AWS until a directory is known to trust all that it shall, as the local AWS counts them.</summary>
/// <remarks>
/// The directory has three certificates, and smart cards are enabled. A scheduled reconcile has its figure here too.
/// </remarks>
internal sealed class TrustCalls : IMetricGroup
{
    private const string Directory = "d-0123456789";

    public string Name => "trust-calls";

    public IReadOnlyList<string> Contestants { get; } = [];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var deployed = await testbed.DeployedAsync();
        var stack = new TrustStack(deployed.Site, deployed.Assembly);
        var counts = deployed.Aws.Calls.Counts;
        var update = await CountAsync(counts, () => stack.DeployAsync(
            Directory, ChangeNothing, StackOutcome.Updated, cancellationToken));
        var plan = await CountAsync(counts, () => stack.PlanAsync(Directory));
        return
        [
            new Figure("DirectoryTrust, AWS calls of an update with nothing to do", new Sample([update])),
            new Figure("DirectoryTrust, AWS calls of a plan with nothing to do", new Sample([plan])),
        ];
    }

    /// <summary>A property that CloudFormation sees change, and that changes nothing.</summary>
    private static void ChangeNothing(JsonObject properties) =>
        properties["SmartCard"]!["AllowGapFor"] = new JsonArray("Nobody's CA");

    private static async Task<double> CountAsync(CallCounts counts, Func<Task> work)
    {
        var before = Calls(counts);
        await work();
        return Calls(counts) - before;
    }

    /// <summary>Without <c>lambda:Invoke</c>, by which the function itself is asked for a plan.</summary>
    private static int Calls(CallCounts counts) =>
        counts.OfService("ds") + counts.OfService("s3") + counts.OfService("acm-pca");
}
