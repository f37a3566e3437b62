using Infra.Bench.Figures;
using Infra.Bench.Runs;

namespace Infra.Bench.Metrics;

/// <summary>Figures that are measured together.</summary>
internal interface IMetricGroup
{
    /// <summary>What <c>--only</c> chooses it by.</summary>
    string Name { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken);
}
