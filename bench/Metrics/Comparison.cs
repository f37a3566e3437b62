using Infra.Bench.Contestants;
using Infra.Bench.Figures;

namespace Infra.Bench.Metrics;

/// <summary>Turns the samples of a contest into figures of ours beside each peer's.</summary>
internal static class Comparison
{
    /// <param name="ours">Whom the others are compared with.</param>
    /// <param name="results">The contest; peers that did not take part are left out of the figures.</param>
    /// <param name="value">Which of the measured values.</param>
    /// <param name="metric">What the report calls it.</param>
    /// <param name="targets">Highest ratio per peer; null for information.</param>
    /// <param name="more">Peers for information.</param>
    public static IReadOnlyList<Figure> OfOurs(
        Contestant ours,
        IReadOnlyDictionary<Contestant, Dictionary<string, Sample>> results,
        string value,
        string metric,
        Dictionary<string, double?> targets,
        IReadOnlyList<Contestant>? more = null) =>
    [
        .. from result in results
           where targets.ContainsKey(result.Key.Name) || more?.Contains(result.Key) == true
           select Figure.Beside(
               metric,
               results[ours][value],
               result.Key.Name,
               result.Value[value],
               targets.GetValueOrDefault(result.Key.Name)),
    ];
}
