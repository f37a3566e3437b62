using System.Globalization;
using System.Text.RegularExpressions;

namespace Infra.Local.Events.Schedules;

/// <summary><c>rate(1 day)</c>: counts from the moment at which the rule was made.</summary>
/// <param name="Expression">As it was written.</param>
/// <param name="Period">At least a minute.</param>
public sealed partial record RateSchedule(string Expression, TimeSpan Period) : ISchedule
{
    /// <summary>Longest period, in days; EventBridge names none, and a clock that is moved must reach it.</summary>
    private const int MaxDays = 3650;

    public DateTimeOffset? After(DateTimeOffset moment) => moment + Period;

    /// <summary>User guide, "Rate expressions": a value of 1 has a unit in the singular, any other in the plural.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static RateSchedule Parse(string expression)
    {
        var match = Form().Match(expression);
        var value = match.Success ? int.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture) : 0;
        var isPlural = match.Groups["plural"].Success;
        if (value < 1 || isPlural != value > 1)
        {
            throw new FormatException(
                $"'{expression}' is no rate. It must be rate(value unit) with a value of 1 or more and a unit minute, hour or "
                + "day (minutes, hours or days from 2 on).");
        }

        var period = match.Groups["unit"].Value switch
        {
            "minute" => TimeSpan.FromMinutes(value),
            "hour" => TimeSpan.FromHours(value),
            _ => TimeSpan.FromDays(value),
        };
        return period <= TimeSpan.FromDays(MaxDays)
            ? new RateSchedule(expression, period)
            : throw new FormatException(
                $"'{expression}' is longer than {MaxDays} days, the longest period of the local AWS.");
    }

    [GeneratedRegex(@"\Arate\((?<value>[0-9]{1,6}) (?<unit>minute|hour|day)(?<plural>s)?\)\z")]
    private static partial Regex Form();
}
