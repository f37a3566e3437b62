using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>Figures that are measured together.</summary>
internal interface IMetricGroup
{
    /// <summary>What <c>--only</c> chooses it by.</summary>
    string Name { get; }

    /// <summary>Names of those who take part, so that nobody else has to be built.</summary>
    IReadOnlyList<string> Contestants { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken);
}
