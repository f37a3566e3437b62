using Constructs;
using Infra.Cdk.Configuration;
using Infra.Cdk.Constructs.Notifications;
using Infra.TrustManager.Telemetry;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>What a scheduled function cannot tell for certain: that it did not run, or was not heard.</summary>
/// <remarks>A run that failed says why by itself; its alarm only shows the state.</remarks>
public sealed class RunAlarms : Construct
{
    /// <summary>Longest silence that an alarm can wait for, in days (PutMetricAlarm, EvaluationPeriods).</summary>
    private const int MaxSilentDays = 7;

    public RunAlarms(Construct scope, string id, AlarmSubject subject, string schedule, NotificationChannel? tells)
        : base(scope, id)
    {
        // One run may be lost, and one may be late.
        var silentDays = Math.Min(MaxSilentDays, RunSchedule.LongestPauseDays(schedule) + 1);
        _ = new MetricAlarm(this, "Failed", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.RunFailed,
            // Lambda repeats a run that failed after a minute: one that succeeds then is nobody's trouble.
            Statistic = "Minimum",
            Comparison = MetricAlarmProps.AtLeast,
            Threshold = 1,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"The scheduled run for {subject.Name} was refused or failed. What is in use goes on "
                + "working, but nothing is rotated until it succeeds. Why: the function's message, its log, or: "
                + $"dotnet run --project trust -- plan {subject.Handle}. Correct what it names; the next run goes on. "
                + "docs/runbook.md#runfailed",
        });
        _ = new MetricAlarm(this, "Missing", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.RunSucceeded,
            Statistic = "Sum",
            Comparison = MetricAlarmProps.Below,
            Threshold = 1,
            PeriodSeconds = MetricAlarmProps.Day,
            Periods = silentDays,
            MissingData = MetricAlarmProps.Breaching,
            Description = $"No run for {subject.Name} has succeeded for {silentDays} days, so nobody watches its "
                + "certificates. After the very first deployment this ends by itself with the first run. Otherwise "
                + "look whether the function's rule in EventBridge is enabled and what its log says, and ask it: "
                + $"dotnet run --project trust -- plan {subject.Handle}. docs/runbook.md#runsucceeded",
            Tells = tells,
        });
        _ = new MetricAlarm(this, "Unheard", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.MessagesLost,
            Statistic = "Sum",
            Comparison = MetricAlarmProps.AtLeast,
            Threshold = 1,
            PeriodSeconds = MetricAlarmProps.Day,
            MissingData = MetricAlarmProps.NotBreaching,
            Description = $"The function for {subject.Name} could not send a message that asks a person to act: the "
                + "topic, its policy or its key has changed, or the function's memory cannot be read. The message, or "
                + "the reason, is in its log. The next run tries again. docs/runbook.md#messageslost",
            Tells = tells,
        });
    }
}
