using Constructs;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;
using Infra.Cdk.Constructs.Notifications;
using Infra.TrustManager.Telemetry;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>The alarms of one directory.</summary>
/// <remarks>
/// The function's own message names the certificate and the days, so that the alarms about certificates only show a
/// state and tell nobody a second time.
/// </remarks>
public sealed class DirectoryAlarms : Construct
{
    /// <summary>Days that are left when people are not in time any more, only in a hurry.</summary>
    internal const int UrgentDays = 30;

    /// <summary>
    /// Days in a row on which the state must not match: one of them may be the day of a deployment. Runs that are
    /// further apart are alone on their day, and CloudWatch looks back seven days at most.
    /// </summary>
    private const int DaysOfDailyRuns = 2;

    public DirectoryAlarms(Construct scope, string id, DirectorySettings directory, NotificationChannel? tells)
        : base(scope, id)
    {
        var subject = new AlarmSubject(
            TrustManagerMetrics.DirectoryId,
            directory.DirectoryId,
            $"directory {directory.DirectoryId} ({directory.Name})",
            directory.DirectoryId);
        _ = new RunAlarms(this, "Runs", subject, directory.Rotation.Schedule, tells);
        _ = new MetricAlarm(this, "Expiry", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.DaysToExpiry,
            Statistic = "Minimum",
            Comparison = MetricAlarmProps.Below,
            Threshold = UrgentDays,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"A CA certificate that {subject.Name} uses expires in less than {UrgentDays} days; then "
                + "sign-in or LDAPS with certificates below it fails. Put its successor among the directory's sources "
                + "today. The function's message names the certificate; so does: "
                + $"dotnet run --project trust -- plan {subject.Handle}. docs/runbook.md#daystoexpiry",
        });
        _ = new MetricAlarm(this, "Successors", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.SuccessorsMissing,
            Statistic = "Maximum",
            Comparison = MetricAlarmProps.AtLeast,
            Threshold = 1,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"A CA certificate of {subject.Name} has 180 days or less, and none of the directory's "
                + "sources lists a successor. Ask its CA's owner for one and put it among the sources: it is "
                + "registered by itself. The function's message names the certificate. docs/runbook.md#successorsmissing",
        });
        _ = new MetricAlarm(this, "State", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.StateMismatch,
            // A deployment updates the function before the resource: a run in between is followed by one that fits.
            Statistic = "Minimum",
            Comparison = MetricAlarmProps.AtLeast,
            Threshold = 1,
            PeriodSeconds = MetricAlarmProps.Day,
            Periods = RunSchedule.LongestPauseDays(directory.Rotation.Schedule) == 1 ? DaysOfDailyRuns : 1,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"The state of {subject.Name} has not held what was deployed for more than a day, so that "
                + "its runs change nothing and nothing is rotated. The state was edited, or a deployment was interrupted. "
                + "Compare the versions of the state object, find out in CloudTrail who wrote it, and restore it. "
                + "docs/runbook.md#statemismatch",
            Tells = tells,
        });
    }
}
