using Infra.Bench.Contestants;
using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>What is uploaded, and unpacked on every cold host.</summary>
internal sealed class PackageSize : IMetricGroup
{
    /// <summary>MB; Lambda takes 50.</summary>
    private const double Target = 17;

    public string Name => "package";

    public IReadOnlyList<string> Contestants { get; } = [Names.Ours, Names.Node, Names.BareDotnet];

    public Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        const string Metric = "package, zipped (MB)";
        var ours = Zipped(testbed.Roster.Ours);
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new Figure(Metric, ours) { Target = Target },
            .. from peer in testbed.Roster.Of(Names.Node, Names.BareDotnet)
               select Figure.Beside(Metric, ours, peer.Name, Zipped(peer), target: null),
        ]);
    }

    private static Sample Zipped(Contestant contestant) => new([Package.ZippedMegabytes(contestant.Folder)]);
}
