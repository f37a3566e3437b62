using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>An answer from memory after S3 said 304: every request asks S3, and nothing has changed there.</summary>
internal sealed class Revalidation : IMetricGroup
{
    private const string AskingPython = "Python that asks conditionally";

    public string Name => "revalidation";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Python];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        (string, string) always = ("REVALIDATE_AFTER_SECONDS", "0");
        var ours = testbed.Roster.Ours.With(Names.Ours, always);
        Contestant[] contestants =
            [ours, .. testbed.Roster.Of(Names.Python).Select(python => python.With(AskingPython, always))];
        await using var runs = await WarmRuns.StartAsync(
            contestants, testbed.S3.Endpoint, testbed.Small, warmUpRequests: 300, cancellationToken);
        var results = await Contest.RunAsync(
            contestants,
            testbed.Rounds,
            one => Series.MeasureAsync(runs[one], testbed.Small, servesDocuments: true, requests: 200));
        return Comparison.OfOurs(
            ours, results, Series.P50, "S3 revalidation (304), 1.2 KB, p50 (ms)", new() { [AskingPython] = 0.5 });
    }
}
