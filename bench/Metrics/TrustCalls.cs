using System.Text.Json.Nodes;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.Bench.StandIns;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Endpoint;
using Infra.Local.Verification;
using Infra.Local.Verification.Checks;

namespace Infra.Bench.Metrics;

/// <summary>Calls to AWS until a directory is known to trust all that it shall, as the local AWS counts them.</summary>
/// <remarks>
/// The directory has three certificates, and smart cards are enabled. A run is what a schedule does.
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
        var functions = new ScheduledFunctions(deployed.Aws, deployed.Site.Administrator);
        var counts = deployed.Aws.Calls.Counts;
        var update = await CountAsync(counts, () => stack.DeployAsync(
            Directory, ChangeNothing, StackOutcome.Updated, cancellationToken));
        // The first run after a deployment is recorded.
        await AskAsync(functions, "apply");
        var plan = await CountAsync(counts, () => AskAsync(functions, "plan"));
        var run = await CountAsync(counts, () => AskAsync(functions, "apply"));
        return
        [
            new Figure("DirectoryTrust, AWS calls of an update with nothing to do", new Sample([update])),
            new Figure("DirectoryRead, AWS calls of a plan with nothing to do", new Sample([plan])),
            new Figure("DirectoryReconcile, AWS calls of a run with nothing to do", new Sample([run])),
        ];
    }

    /// <summary>A property that CloudFormation sees change, and that changes nothing.</summary>
    private static void ChangeNothing(JsonObject properties) =>
        properties["SmartCard"]!["AllowGapFor"] = new JsonArray("Local Smart Card Root CA");

    private static async Task AskAsync(ScheduledFunctions functions, string request)
    {
        var answer = await functions.AskAsync(Directory, new JsonObject { ["request"] = request });
        if (answer["error"] is { } error)
        {
            throw new FunctionFailedException($"'{request}' was not fulfilled: {error}");
        }
    }

    private static async Task<double> CountAsync(CallCounts counts, Func<Task> work)
    {
        var before = Calls(counts);
        await work();
        return Calls(counts) - before;
    }

    /// <summary>Without those of Lambda, by which the function itself is asked.</summary>
    private static int Calls(CallCounts counts) => counts.Snapshot().Values.Sum() - counts.OfService("lambda");
}
