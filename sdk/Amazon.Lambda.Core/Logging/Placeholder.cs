using System.Globalization;

namespace Amazon.Lambda.Core.Logging;

/// <summary>One <c>{name:format}</c> of a message template.</summary>
/// <param name="Name">The name, or a number.</param>
/// <param name="Format">What follows the colon, or null.</param>
/// <param name="Index">The argument it stands for.</param>
/// <param name="Start">Position of the opening brace.</param>
/// <param name="End">Position after the closing brace.</param>
internal sealed record Placeholder(string Name, string Format, int Index, int Start, int End)
{
    /// <summary>Every placeholder of a template, in the order of the text.</summary>
    public static IReadOnlyList<Placeholder> All(string template)
    {
        var found = new List<Placeholder>();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] != '{')
            {
                continue;
            }

            if (i + 1 < template.Length && template[i + 1] == '{')
            {
                i++;
                continue;
            }

            var close = template.IndexOf('}', i);
            if (close < 0)
            {
                break;
            }

            found.Add(Parse(template[(i + 1)..close], found.Count, i, close + 1));
            i = close;
        }

        return ByPosition(found);
    }

    /// <summary>The argument as text, or the placeholder itself where there is none.</summary>
    public string Text(string template, object[] args) =>
        Index >= args.Length || args[Index] is null ? template[Start..End]
        : args[Index] is IFormattable value ? Formatted(value)
        : args[Index].ToString();

    private static Placeholder Parse(string text, int index, int start, int end)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return new Placeholder(parts[0].TrimStart('@'), parts.Length == 2 ? parts[1] : null, index, start, end);
    }

    private static List<Placeholder> ByPosition(List<Placeholder> found) =>
        found.TrueForAll(p => int.TryParse(p.Name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            ? found.ConvertAll(p => p with { Index = int.Parse(p.Name, CultureInfo.InvariantCulture) })
            : found;

    private string Formatted(IFormattable value)
    {
        var standard = value is DateTime or DateTimeOffset ? "O" : null;
        try
        {
            return value.ToString(Format ?? standard, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // A log line with a plain value is better than none: the format comes from the message, not from its data.
            return value.ToString(standard, CultureInfo.InvariantCulture);
        }
    }
}
