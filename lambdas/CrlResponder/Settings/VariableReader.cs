using System.Globalization;

namespace Infra.CrlResponder.Settings;

/// <summary>Turns environment variables into values and gathers what cannot be read, so that all of it is reported at once.</summary>
internal sealed class VariableReader(Func<string, string?> variable)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public string Text(string name, string whenAbsent) => variable(name) is { Length: > 0 } value ? value : whenAbsent;

    public IReadOnlyList<string> List(string name, IReadOnlyList<string> whenAbsent) =>
        variable(name) is { Length: > 0 } value ? value.Split(',', StringSplitOptions.TrimEntries) : whenAbsent;

    public TimeSpan Seconds(string name, TimeSpan whenAbsent) =>
        Whole(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : whenAbsent;

    public TimeSpan Milliseconds(string name, TimeSpan whenAbsent) =>
        Whole(name) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : whenAbsent;

    private int? Whole(string name)
    {
        if (variable(name) is not { Length: > 0 } value)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _problems.Add($"{name} is '{value}'; it must be a whole number.");
        return null;
    }
}
