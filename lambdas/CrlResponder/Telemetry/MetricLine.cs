using System.Text.Json;
using Infra.CrlResponder.Documents;

namespace Infra.CrlResponder.Telemetry;

/// <summary>One object in CloudWatch's embedded metric format: CloudWatch makes metrics of it without an API call or permission.</summary>
internal static class MetricLine
{
    public static void Write(Utf8JsonWriter writer, Observation observation, RequestRecord record)
    {
        var metrics = Metrics(observation, record);
        writer.WriteStartObject();
        writer.WriteStartObject("_aws");
        writer.WriteNumber("Timestamp", record.At.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics");
        writer.WriteStartObject();
        writer.WriteString("Namespace", CrlResponderMetrics.Namespace);
        writer.WriteStartArray("Dimensions");
        writer.WriteStartArray();
        writer.WriteStringValue(CrlResponderMetrics.FunctionName);
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics");
        foreach (var (name, unit, _) in metrics)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Unit", unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteString(CrlResponderMetrics.FunctionName, record.FunctionName);
        foreach (var (name, _, value) in metrics)
        {
            writer.WriteNumber(name, value);
        }

        writer.WriteEndObject();
    }

    private static List<(string Name, string Unit, double Value)> Metrics(Observation observation, RequestRecord record)
    {
        List<(string, string, double)> metrics =
        [
            (observation.Outcome, "Count", 1),
            .. observation.Warnings.Select(warning => (warning, "Count", 1d)),
            (CrlResponderMetrics.DurationMs, "Milliseconds", Math.Round(record.Duration.TotalMilliseconds, 3)),
        ];

        if (observation.Document?.Facts is { Kind: DocumentKind.Crl } crl)
        {
            var left = Math.Round((crl.ValidUntil - record.At).TotalSeconds);
            metrics.Add((CrlResponderMetrics.SecondsToNextUpdate, "Seconds", left));
        }

        return metrics;
    }
}
