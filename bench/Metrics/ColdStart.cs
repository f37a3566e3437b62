using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>Most calls in production are cold: process start to first answer, S3 over plain HTTP.</summary>
internal sealed class ColdStart : IMetricGroup
{
    private const string Metric = "cold start to first answer (ms)";

    public string Name => "cold";

    public IReadOnlyList<string> Contestants { get; } =
        [Names.Ours, Names.Python, Names.Node, Names.BareDotnet, Names.PlainReadyToRun, Names.JustInTime];

    public async Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        var results = await Contest.RunAsync(
            [.. testbed.Roster.Of(Contestants), .. testbed.Roster.Variants],
            testbed.Rounds,
            one => Cold.MeasureAsync(one, testbed.S3.Endpoint, testbed.Small, variables: null, cancellationToken));
        return Comparison.OfOurs(testbed.Roster.Ours, results, Cold.Value, Metric, new()
        {
            [Names.Python] = 0.36,
            [Names.Node] = 0.48,
            [Names.BareDotnet] = 1.5,
            [Names.PlainReadyToRun] = null,
            [Names.JustInTime] = null,
        }, testbed.Roster.Variants);
    }
}
