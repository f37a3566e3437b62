using Infra.Bench.Figures;

namespace Infra.Bench.Runs;

/// <summary>
/// Measures several contestants in turns, so that what else happens on the machine meets all of them alike.
/// </summary>
internal static class Contest
{
    /// <summary>
    /// One sample per contestant. The first round is not counted: it reads files into memory and fills caches.
    /// </summary>
    /// <param name="contestants">Who takes part; each round begins with another one.</param>
    /// <param name="rounds">Rounds that count.</param>
    /// <param name="measure">Measures one contestant once; gives one or more named values.</param>
    public static async Task<IReadOnlyDictionary<TContestant, Dictionary<string, Sample>>> RunAsync<TContestant>(
        IReadOnlyList<TContestant> contestants,
        int rounds,
        Func<TContestant, Task<(string Name, double Value)[]>> measure)
        where TContestant : class
    {
        var values = contestants.ToDictionary(contestant => contestant, _ => new List<(string Name, double Value)>());
        for (var round = 0; round <= rounds; round++)
        {
            for (var turn = 0; turn < contestants.Count; turn++)
            {
                var contestant = contestants[(round + turn) % contestants.Count];
                var measured = await measure(contestant);
                if (round > 0)
                {
                    values[contestant].AddRange(measured);
                }
            }
        }

        return values.ToDictionary(pair => pair.Key, pair => ByName(pair.Value));
    }

    private static Dictionary<string, Sample> ByName(IEnumerable<(string Name, double Value)> values) => values
        .GroupBy(value => value.Name)
        .ToDictionary(group => group.Key, group => new Sample(group.Select(value => value.Value)));
}
