using System.Globalization;

namespace Infra.Local.Events.Schedules;

/// <summary>The values that one field of a cron expression lets pass.</summary>
internal static class CronField
{
    /// <param name="name">For messages, such as <c>Day-of-month</c>.</param>
    /// <param name="text">Numbers or names, <c>*</c>, lists, ranges and steps; <c>?</c> is every value.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    /// <param name="names">Names of the values from <paramref name="least"/> on.</param>
    /// <exception cref="FormatException">It is none of these.</exception>
    public static SortedSet<int> Parse(string name, string text, int least, int most, params string[] names)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var (range, step) = part.Split('/') switch
            {
                [var all] => (all, 1),
                [var all, var every] when Number(every, 1, most) is { } count => (all, count),
                _ => throw Invalid(),
            };
            var (first, last) = range switch
            {
                "*" => (least, most),
                "?" when text == "?" => (least, most),
                _ when range.Split('-') is [var from, var to] => (Value(from), Value(to)),
                _ => (Value(range), step > 1 || part.Contains('/') ? most : Value(range)),
            };
            if (last < first)
            {
                throw Invalid();
            }

            for (var value = first; value <= last; value += step)
            {
                values.Add(value);
            }
        }

        return values;

        int Value(string one)
        {
            var position = Array.FindIndex(names, known => known.Equals(one, StringComparison.OrdinalIgnoreCase));
            return position >= 0 ? least + position : Number(one, least, most) ?? throw Invalid();
        }

        FormatException Invalid() => new(
            $"{name} of the cron expression is '{text}'; the local AWS takes {least} to {most}"
            + (names.Length == 0 ? "" : $" or {names[0]} to {names[^1]}")
            + ", *, lists (1,2), ranges (1-5) and steps (*/2). L, W and # are not emulated.");
    }

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;
}
