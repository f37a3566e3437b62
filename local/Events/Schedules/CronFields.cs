namespace Infra.Local.Events.Schedules;

/// <summary>The values of the six fields of a cron expression.</summary>
internal sealed record CronFields(
    SortedSet<int> Minutes,
    SortedSet<int> Hours,
    SortedSet<int> DaysOfMonth,
    SortedSet<int> Months,
    SortedSet<int> DaysOfWeek,
    SortedSet<int> Years)
{
    /// <summary>User guide, "Cron expressions", field Year.</summary>
    public const int LastYear = 2199;

    private const int FirstYear = 1970;

    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public static CronFields Of(string expression)
    {
        var inner = expression.EndsWith(')') ? expression["cron(".Length..^1] : "";
        if (inner.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            is not [var minutes, var hours, var day, var month, var weekday, var year])
        {
            throw new FormatException(
                $"'{expression}' must be cron() with six fields: minutes hours day-of-month month day-of-week year.");
        }

        if (day == "?" == (weekday == "?"))
        {
            throw new FormatException(
                $"'{expression}' has the day-of-month '{day}' and the day-of-week '{weekday}'; exactly one of them must "
                + "be ?.");
        }

        return new CronFields(
            CronField.Parse("Minutes", minutes, 0, 59),
            CronField.Parse("Hours", hours, 0, 23),
            CronField.Parse("Day-of-month", day, 1, 31),
            CronField.Parse("Month", month, 1, 12, MonthNames),
            CronField.Parse("Day-of-week", weekday, 1, 7, DayNames),
            CronField.Parse("Year", year, FirstYear, LastYear));
    }

    public bool Has(DateTime day) => Years.Contains(day.Year)
        && Months.Contains(day.Month)
        && DaysOfMonth.Contains(day.Day)
        && DaysOfWeek.Contains((int)day.DayOfWeek + 1);

    /// <summary>The first time of a day that is not before <paramref name="from"/>; null when there is none.</summary>
    public TimeSpan? FirstTime(TimeSpan from)
    {
        foreach (var hour in Hours.Where(hour => hour >= from.Hours))
        {
            var least = hour == from.Hours ? from.Minutes : 0;
            foreach (var minute in Minutes.Where(minute => minute >= least))
            {
                return new TimeSpan(hour, minute, 0);
            }
        }

        return null;
    }
}
