namespace Infra.Local.Alarms.Evaluation;

/// <summary>CloudWatch's operators for fixed thresholds; the others are for anomaly detection.</summary>
public enum AlarmComparison
{
    GreaterThanOrEqualToThreshold,

    GreaterThanThreshold,

    LessThanThreshold,

    LessThanOrEqualToThreshold,
}
