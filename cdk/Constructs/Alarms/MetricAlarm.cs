using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Constructs;
using Infra.TrustManager.Telemetry;

namespace Infra.Cdk.Constructs.Alarms;

/// <summary>An alarm on a metric that the functions embed in their logs.</summary>
public sealed class MetricAlarm : Construct
{
    public MetricAlarm(Construct scope, string id, MetricAlarmProps props)
        : base(scope, id) =>
        _ = new CfnAlarm(this, "Resource", new CfnAlarmProps
        {
            // The subject of the mail is this name; one that CloudFormation makes up says nothing to anybody.
            AlarmName = $"{Stack.Of(this).StackName} {props.Subject.Id} {props.Metric}",
            AlarmDescription = props.Description,
            Namespace = TrustManagerMetrics.Namespace,
            MetricName = props.Metric,
            Dimensions = new[]
            {
                new CfnAlarm.DimensionProperty { Name = props.Subject.Dimension, Value = props.Subject.Id },
            },
            Statistic = props.Statistic,
            Period = props.PeriodSeconds,
            EvaluationPeriods = props.Periods,
            ComparisonOperator = props.Comparison,
            Threshold = props.Threshold,
            TreatMissingData = props.MissingData,
            AlarmActions = props.Tells is { } channel ? [channel.TopicArn] : null,
        });
}
