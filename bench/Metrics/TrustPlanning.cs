using System.Diagnostics;
using Infra.Bench.Documents;
using Infra.Bench.Figures;
using Infra.Bench.Runs;
using Infra.TrustManager.Trust;

namespace Infra.Bench.Metrics;

/// <summary>Time of the whole decision about a directory, from what is there to the list of steps; no call is made.</summary>
internal sealed class TrustPlanning : IMetricGroup
{
    /// <summary>What AWS documents as the most that a directory takes.</summary>
    private const int Certificates = 100;

    /// <summary>Plans that are made before any counts, so that the code is compiled as it is in the long run.</summary>
    private const int WarmUp = 200;

    public string Name => "trust-plan";

    public IReadOnlyList<string> Contestants { get; } = [];

    public Task<IReadOnlyList<Figure>> MeasureAsync(Testbed testbed, CancellationToken cancellationToken)
    {
        IReadOnlyList<Figure> figures =
        [
            .. from situation in TrustSituation.All(Certificates)
               select new Figure($"plan for {situation.Name} (ms)", Measure(situation, testbed.Rounds)),
        ];
        return Task.FromResult(figures);
    }

    private static Sample Measure(TrustSituation situation, int rounds)
    {
        var milliseconds = new double[WarmUp + (10 * rounds)];
        for (var i = 0; i < milliseconds.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var plan = TrustPlan.Between(
                situation.Current,
                situation.Memory,
                situation.Desired,
                situation.Ceilings,
                RotationRules.Default,
                situation.Now);
            milliseconds[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            situation.Demand(plan);
        }

        return new Sample(milliseconds.Skip(WarmUp));
    }
}
