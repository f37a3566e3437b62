namespace Infra.TrustManager.Trust.Slots;

/// <summary>Finds an order in which every part of a rotation has the slots that it needs.</summary>
/// <remarks>
/// Scheduling of projects with a starting capital: those that give back at least what they take come first, the least
/// demanding first; of the others, read backwards, the same holds with taking and giving exchanged. If any order fits,
/// this one does.
/// </remarks>
public static class SlotOrder
{
    /// <summary>Indices of <paramref name="needs"/> in such an order; null when there is none.</summary>
    /// <param name="free">Slots that are free at the beginning.</param>
    public static IReadOnlyList<int>? Find(IReadOnlyList<SlotNeed> needs, int free)
    {
        int[] order =
        [
            .. Indices(needs, need => need.Frees >= need.Takes).OrderBy(index => needs[index].Takes),
            .. Indices(needs, need => need.Frees < need.Takes).OrderByDescending(index => needs[index].Frees),
        ];
        return Fits(needs, order, free) ? order : null;
    }

    /// <summary>Whether every part finds its slots free in this order.</summary>
    public static bool Fits(IReadOnlyList<SlotNeed> needs, IEnumerable<int> order, int free)
    {
        foreach (var index in order)
        {
            if (needs[index].Takes > free)
            {
                return false;
            }

            free += needs[index].Frees - needs[index].Takes;
        }

        return true;
    }

    private static IEnumerable<int> Indices(IReadOnlyList<SlotNeed> needs, Predicate<SlotNeed> which) =>
        Enumerable.Range(0, needs.Count).Where(index => which(needs[index]));
}
