using Constructs;
using Infra.TrustManager.Telemetry;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>The alarms of the CA's own certificate; as with directories, some only show a state.</summary>
public sealed class AuthorityAlarms : Construct
{
    public AuthorityAlarms(Construct scope, string id, AuthorityAlarmsProps props)
        : base(scope, id)
    {
        var subject = new AlarmSubject(
            TrustManagerMetrics.CertificateAuthorityId, props.AuthorityId, props.Name, props.AuthorityArn);
        _ = new RunAlarms(this, "Runs", subject, props.Schedule, props.Tells);
        _ = new MetricAlarm(this, "Expiry", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.DaysToExpiry,
            Statistic = "Minimum",
            Comparison = MetricAlarmProps.Below,
            Threshold = DirectoryAlarms.UrgentDays,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"The certificate of {subject.Name} expires in less than {DirectoryAlarms.UrgentDays} days; "
                + "then the CA issues nothing, its CRLs end, and nobody signs in. Its renewal is long overdue: find "
                + $"out why with dotnet run --project trust -- plan {subject.Handle}, or renew it by hand. "
                + "docs/runbook.md#daystoexpiry",
        });
        _ = new MetricAlarm(this, "WindowsTrust", new MetricAlarmProps
        {
            Subject = subject,
            Metric = TrustManagerMetrics.WindowsTrustPending,
            Statistic = "Maximum",
            Comparison = MetricAlarmProps.AtLeast,
            Threshold = 1,
            MissingData = MetricAlarmProps.Ignored,
            Description = $"""
                {subject.Name} has a new certificate that Windows does not trust yet. As an enterprise administrator:
                {props.Download}
                certutil -dspublish -f ca.cer {props.Store}
                certutil -dspublish -f ca.cer NTAuthCA
                Then confirm the thumbprint that the function's message names:
                dotnet run --project trust -- published {subject.Handle} <thumbprint>
                docs/runbook.md#windowstrustpending
                """,
        });
    }
}
