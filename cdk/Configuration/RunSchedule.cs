using System.Globalization;

namespace Infra.Cdk.Configuration;

/// <summary>How often a schedule expression makes a function run; the schema has checked its spelling.</summary>
public static class RunSchedule
{
    /// <summary>Once a day, from the day of the deployment.</summary>
    public const string Daily = "rate(1 day)";

    private const int HoursADay = 24;

    private const int DaysAWeek = 7;

    /// <summary>Longest time between two runs, in whole days, rounded up: 1 to 7.</summary>
    public static int LongestPauseDays(string schedule)
    {
        var words = schedule[(schedule.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(' ');
        return words switch
        {
            [var hours, "hour" or "hours"] => (Number(hours) + HoursADay - 1) / HoursADay,
            [var days, "day" or "days"] => Number(days),
            // minute, hours, day of the month, month, day of the week, year: weekly at worst unless every day is named.
            [_, _, "*", ..] or [_, _, _, _, "*", _] => 1,
            _ => DaysAWeek,
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
