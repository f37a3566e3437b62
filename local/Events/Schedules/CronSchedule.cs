namespace Infra.Local.Events.Schedules;

/// <summary><c>cron(minutes hours day-of-month month day-of-week year)</c>; user guide, "Cron expressions".</summary>
/// <param name="Expression">In UTC; two schedules are compared by it.</param>
public sealed record CronSchedule(string Expression) : ISchedule
{
    private readonly CronFields _fields = CronFields.Of(Expression);

    public DateTimeOffset? After(DateTimeOffset moment)
    {
        var now = moment.UtcDateTime;
        var from = new DateTime(now.Year, now.Month, now.Day, now.Hour, now.Minute, 0, DateTimeKind.Utc).AddMinutes(1);
        for (var day = from.Date; day.Year <= CronFields.LastYear; day = NextDay(day))
        {
            if (_fields.Has(day) && _fields.FirstTime(day == from.Date ? from.TimeOfDay : TimeSpan.Zero) is { } time)
            {
                return day + time;
            }
        }

        return null;
    }

    public bool Equals(CronSchedule? other) => other is not null && Expression == other.Expression;

    public override int GetHashCode() => Expression.GetHashCode(StringComparison.Ordinal);

    /// <summary>Years and months that cannot match are passed over whole.</summary>
    private DateTime NextDay(DateTime day) => !_fields.Years.Contains(day.Year)
        ? new DateTime(day.Year + 1, 1, 1, 0, 0, 0, DateTimeKind.Utc)
        : !_fields.Months.Contains(day.Month)
            ? new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1)
            : day.AddDays(1);
}
