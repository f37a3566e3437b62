using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>
/// A process that runs already: event handed over to last byte of the answer, as the function is deployed.
/// </summary>
internal sealed class WarmAnswers : IMetricGroup
{
    /// <summary>The Python peer with what the script does not do: it keeps the object as long as we do.</summary>
    private const string KeepingPython = "Python that keeps the object";

    private const string SmallP50 = "warm, 1.2 KB, p50 (ms)";
    private const string LargeP50 = "warm, 700 KB, p50 (ms)";

    public string Name => "warm";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python, Names.Node, Names.BareDotnet];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var ours = testbed.Roster.Ours;
        var small = await ContestAsync(testbed, testbed.Small, warmUp: 400, requests: 300, cancellationToken);
        var large = await ContestAsync(testbed, testbed.Large, warmUp: 100, requests: 60, cancellationToken);
        return
        [
            .. Comparison.OfOurs(ours, small, Series.P50, SmallP50, Targets(0.15), testbed.Roster.Variants),
            .. await NginxFloor.CompareAsync(testbed, small[ours][Series.P50], SmallP50, cancellationToken),
            .. Comparison.OfOurs(ours, small, Series.P99, "warm, 1.2 KB, p99 (ms)", new() { [Names.Python] = 0.5 }),
            .. Comparison.OfOurs(ours, large, Series.P50, LargeP50, Targets(0.3), testbed.Roster.Variants),
        ];
    }

    private static Dictionary<string, double?> Targets(double beforePython) => new()
    {
        [Names.Python] = beforePython, [Names.Node] = null, [KeepingPython] = null, [Names.BareDotnet] = null,
    };

    private static async Task<IReadOnlyDictionary<Contestant, Dictionary<string, Sample>>> ContestAsync(
        Testbed testbed, ServedDocument document, int warmUp, int requests, CancellationToken cancellationToken)
    {
        var contestants = WhoTakesPart(testbed.Roster, withFloor: document == testbed.Small);
        await using var runs = await WarmRuns.StartAsync(
            contestants, testbed.S3.Endpoint, document, warmUp, cancellationToken);
        return await Contest.RunAsync(
            contestants,
            testbed.Rounds,
            one => Series.MeasureAsync(runs[one], document, one.ServesDocuments, requests));
    }

    private static Contestant[] WhoTakesPart(Roster roster, bool withFloor) =>
    [
        .. roster.Of(Names.Ours, Names.Python, Names.Node),
        .. roster.Of(Names.Python).Select(python => python.With(KeepingPython, ("KEEP_OBJECT_SECONDS", "60"))),
        .. roster.Variants,
        .. withFloor ? roster.Of(Names.BareDotnet) : [],
    ];
}
