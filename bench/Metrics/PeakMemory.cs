using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>Most memory of a process that has answered some requests (<c>VmHWM</c>).</summary>
internal sealed class PeakMemory : IMetricGroup
{
    /// <summary>Enough that garbage collectors have run.</summary>
    private const int Requests = 60;

    /// <summary>Memory hardly differs from run to run.</summary>
    private const int MostRounds = 3;

    private const string Value = "peak";

    public string Name => "memory";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python, Names.Node, Names.BareDotnet];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken) =>
    [
        .. await CompareAsync(testbed, testbed.Small, "peak memory, 1.2 KB (MiB)", 1.15, cancellationToken),
        .. await CompareAsync(testbed, testbed.Large, "peak memory, 700 KB (MiB)", 1.3, cancellationToken),
    ];

    private async Task<IReadOnlyList<Figure>> CompareAsync(
        Testbed testbed, ServedDocument document, string metric, double target, CancellationToken cancellationToken)
    {
        var results = await Contest.RunAsync(
            testbed.Roster.Of(Contestants),
            Math.Min(testbed.Rounds, MostRounds),
            one => MeasureAsync(testbed, one, document, cancellationToken));
        return Comparison.OfOurs(testbed.Roster.Ours, results, Value, metric, new()
        {
            [Names.Python] = target, [Names.Node] = null, [Names.BareDotnet] = null,
        });
    }

    private static async Task<(string, double)[]> MeasureAsync(
        Testbed testbed, Contestant contestant, ServedDocument document, CancellationToken cancellationToken)
    {
        await using var run = await FunctionRun.StartAsync(
            contestant, testbed.S3.Endpoint, more: null, cancellationToken);
        await Series.MeasureAsync(run, document, contestant.ServesDocuments, Requests);
        return [(Value, run.PeakMemoryMebibytes)];
    }
}
