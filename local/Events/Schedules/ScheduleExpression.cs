namespace Infra.Local.Events.Schedules;

/// <summary>Reads the <c>ScheduleExpression</c> of a rule.</summary>
public static class ScheduleExpression
{
    /// <exception cref="FormatException">It is no schedule, or one that is not emulated.</exception>
    public static ISchedule Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return expression.StartsWith("cron(", StringComparison.Ordinal)
            ? new CronSchedule(expression)
            : expression.StartsWith("rate(", StringComparison.Ordinal)
                ? RateSchedule.Parse(expression)
                : throw new FormatException($"'{expression}' is no schedule. It must begin with rate( or cron(.");
    }
}
