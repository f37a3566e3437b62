using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.Trust.Slots;

namespace Infra.TrustManager.Tests.Trust.Slots;

public sealed class SlotOrderTests
{
    /// <summary>Six parts have 720 orders; more only take longer.</summary>
    private const int MaxParts = 6;

    private static readonly Config Repeatable =
        Config.QuickThrowOnFailure.WithMaxTest(3000).WithReplay(20261121, 297);

    [Fact]
    public void An_order_is_found_exactly_when_one_of_all_orders_fits()
    {
        var need = from takes in Gen.Choose(0, 5) from frees in Gen.Choose(0, 5) select new SlotNeed(takes, frees);
        var cases = from count in Gen.Choose(0, MaxParts)
                    from needs in Gen.ArrayOf(need, count)
                    from free in Gen.Choose(0, 7)
                    select (needs, free);

        Check.One(
            Repeatable,
            Prop.ForAll(Arb.From(cases), one =>
            {
                var found = SlotOrder.Find(one.needs, one.free);
                var exists = Orders([.. Enumerable.Range(0, one.needs.Length)])
                    .Any(order => SlotOrder.Fits(one.needs, order, one.free));
                return found is null
                    ? !exists
                    : found.Order().SequenceEqual(Enumerable.Range(0, one.needs.Length))
                        && SlotOrder.Fits(one.needs, found, one.free);
            }));
    }

    [Theory]
    [InlineData("2/2 2/2", 2, "0 1")]
    [InlineData("2/2 2/2", 1, null)]
    [InlineData("3/3 1/2 1/1", 1, null)]
    [InlineData("3/3 1/2 2/3", 1, "1 2 0")]
    [InlineData("2/0 2/1", 3, "1 0")]
    [InlineData("0/1 1/0", 0, "0 1")]
    [InlineData("", 0, "")]
    public void Whoever_needs_little_and_gives_much_comes_first(string parts, int free, string? order)
    {
        SlotNeed[] needs =
        [
            .. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('/'))
                .Select(part => new SlotNeed(Number(part[0]), Number(part[1]))),
        ];

        var found = SlotOrder.Find(needs, free);

        Assert.Equal(order, found is null ? null : string.Join(' ', found));
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<int[]> Orders(int[] indices) => indices.Length == 0
        ? [[]]
        : indices.SelectMany(first =>
            Orders([.. indices.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
