using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Alarms.Evaluation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Metrics;

namespace Infra.Local.Alarms.Resources;

/// <summary>
/// What an alarm watches, as templates write it; limits of the CloudWatch API reference, PutMetricAlarm.
/// </summary>
internal static class WatchProperties
{
    /// <summary>
    /// Properties that a watch is made of; with any other that says what to watch, the alarm never changes here.
    /// </summary>
    public static readonly string[] Emulated =
    [
        "ComparisonOperator", "DatapointsToAlarm", "Dimensions", "EvaluationPeriods", "MetricName", "Namespace",
        "Period", "Statistic", "Threshold", "TreatMissingData",
    ];

    /// <summary>
    /// Namespace of AWS that something here writes to; alarms on the others wait for values that never come.
    /// </summary>
    private static readonly string[] Written = ["AWS/ACMPrivateCA", "AWS/Logs"];

    private static readonly string[] Unwatched =
        ["Metrics", "ExtendedStatistic", "ThresholdMetricId", "EvaluationWindow"];

    public static IEnumerable<string> NotEmulated(JsonObject properties)
    {
        var name = properties.Text("Namespace") ?? "";
        if (name.StartsWith("AWS/", StringComparison.Ordinal) && !Written.Contains(name))
        {
            yield return $"Namespace ({name}): nothing here writes its metrics";
        }
    }

    /// <summary>Null for what is not emulated.</summary>
    public static AlarmWatch? Read(JsonObject properties)
    {
        if (Unwatched.Any(properties.ContainsKey))
        {
            return null;
        }

        var periods = WholeNumber(properties, "EvaluationPeriods", 1, int.MaxValue);
        var period = PeriodOf(properties, periods);
        return new AlarmWatch
        {
            Metric = new Metric(
                properties.RequiredText("Namespace"), properties.RequiredText("MetricName"), DimensionsOf(properties)),
            Statistic = OneOf<AlarmStatistic>(properties, "Statistic"),
            Threshold = new AlarmThreshold(
                OneOf<AlarmComparison>(properties, "ComparisonOperator"), ThresholdOf(properties)),
            Period = period,
            EvaluationPeriods = periods,
            DatapointsToAlarm = properties.ContainsKey("DatapointsToAlarm")
                ? WholeNumber(properties, "DatapointsToAlarm", 1, periods)
                : periods,
            TreatMissingData = properties.ContainsKey("TreatMissingData")
                ? OneOf<MissingData>(properties, "TreatMissingData")
                : MissingData.Missing,
        };
    }

    private static TimeSpan PeriodOf(JsonObject properties, int periods)
    {
        var seconds = WholeNumber(properties, "Period", 60, 604_800);
        var limit = seconds < 3_600 ? 86_400 : 604_800;
        if (seconds % 60 != 0)
        {
            throw Invalid(
                "Period", $"it is {seconds}; it must be a multiple of 60 seconds. Shorter ones are not emulated.");
        }

        return (long)seconds * periods <= limit
            ? TimeSpan.FromSeconds(seconds)
            : throw Invalid(
                "EvaluationPeriods",
                $"{periods} periods of {seconds} seconds are more than the {limit} seconds that an alarm of this "
                    + "period may look back.");
    }

    private static DimensionSet DimensionsOf(JsonObject properties)
    {
        var dimensions = properties.Objects("Dimensions");
        return dimensions.Count <= DimensionSet.Maximum
            ? DimensionSet.Of(dimensions.Select(pair => (pair.RequiredText("Name"), pair.RequiredText("Value"))))
            : throw Invalid("Dimensions", $"it has {dimensions.Count} and may have {DimensionSet.Maximum}.");
    }

    private static double ThresholdOf(JsonObject properties)
    {
        var text = properties.RequiredText("Threshold");
        return double.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Invalid("Threshold", $"it is '{text}'; it must be a number.");
    }

    private static int WholeNumber(JsonObject properties, string name, int least, int most) =>
        properties.Number(name) switch
    {
        null => throw Invalid(name, "it is required."),
        { } value when value >= least && value <= most => value,
        var value => throw Invalid(name, $"it is {value}; it must be {least} to {most}."),
    };

    private static T OneOf<T>(JsonObject properties, string name)
        where T : struct, Enum
    {
        var text = properties.RequiredText(name);
        var value = Enum.GetNames<T>().FirstOrDefault(known => NameOf(known) == text);
        return value is null
            ? throw Invalid(
                name, $"it is '{text}'; it must be one of {string.Join(", ", Enum.GetNames<T>().Select(NameOf))}.")
            : Enum.Parse<T>(value);

        static string NameOf(string known) =>
            typeof(T) == typeof(MissingData) ? JsonNamingPolicy.CamelCase.ConvertName(known) : known;
    }

    private static AwsException Invalid(string name, string problem) =>
        new("ValidationError", $"Property {name}: {problem}");
}
