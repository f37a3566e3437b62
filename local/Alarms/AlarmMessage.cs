using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.Alarms.Evaluation;
using Infra.Local.Notifications;

namespace Infra.Local.Alarms;

/// <summary>What CloudWatch publishes when an alarm changes.</summary>
/// <remarks>
/// CloudWatch user guide, "Notifying users on alarm changes"; the members are those of messages seen in accounts.
/// </remarks>
internal static class AlarmMessage
{
    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For example <c>ALARM: "trust-run-failed" in AWS GovCloud (US-West)</c>.</summary>
    public static string Subject(Alarm alarm, AlarmTransition transition, AwsAccount account)
    {
        var subject = $"{transition.To.Text()}: \"{alarm.Name}\" in {RegionName.Of(account.Region)}";
        return subject.Length <= PublicationRules.MaxSubjectLength
            ? subject
            : $"{subject[..(PublicationRules.MaxSubjectLength - 3)]}...";
    }

    public static string Text(Alarm alarm, AlarmTransition transition, AwsAccount account) => new JsonObject
    {
        ["AlarmName"] = alarm.Name,
        ["AlarmDescription"] = alarm.Definition.Description,
        ["AWSAccountId"] = account.Id,
        ["AlarmConfigurationUpdatedTimestamp"] = Timestamp(alarm.ConfiguredAt),
        ["NewStateValue"] = transition.To.Text(),
        ["NewStateReason"] = transition.Reason,
        ["StateChangeTime"] = Timestamp(transition.At),
        ["Region"] = RegionName.Of(account.Region),
        ["AlarmArn"] = alarm.Arn,
        ["OldStateValue"] = transition.From.Text(),
        ["OKActions"] = Array(alarm.Definition.OkActions),
        ["AlarmActions"] = Array(alarm.Definition.AlarmActions),
        ["InsufficientDataActions"] = Array(alarm.Definition.InsufficientDataActions),
        ["Trigger"] = Trigger(alarm.Definition.Watch!),
    }.ToJsonString(Readable);

    private static JsonObject Trigger(AlarmWatch watch) => new()
    {
        ["MetricName"] = watch.Metric.Name,
        ["Namespace"] = watch.Metric.Namespace,
        ["StatisticType"] = "Statistic",
        ["Statistic"] = watch.Statistic.Text(),
        ["Unit"] = null,
        ["Dimensions"] = new JsonArray([.. watch.Metric.Dimensions.Pairs.Select(pair =>
            new JsonObject { ["value"] = pair.Value, ["name"] = pair.Name })]),
        ["Period"] = (int)watch.Period.TotalSeconds,
        ["EvaluationPeriods"] = watch.EvaluationPeriods,
        ["DatapointsToAlarm"] = watch.DatapointsToAlarm,
        ["ComparisonOperator"] = watch.Threshold.Comparison.ToString(),
        ["Threshold"] = watch.Threshold.Value,
        ["TreatMissingData"] = JsonNamingPolicy.CamelCase.ConvertName(watch.TreatMissingData.ToString()),
        ["EvaluateLowSampleCountPercentile"] = "",
    };

    private static JsonArray Array(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    private static string Timestamp(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture);
}
