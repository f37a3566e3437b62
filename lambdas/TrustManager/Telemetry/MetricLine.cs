using System.Text.Json;

namespace Infra.TrustManager.Telemetry;

/// <summary>
/// The members of CloudWatch's embedded metric format: CloudWatch makes metrics of them without an API call or
/// permission.
/// </summary>
internal static class MetricLine
{
    public static void Write(
        Utf8JsonWriter writer,
        string functionName,
        DateTimeOffset at,
        IReadOnlyDictionary<string, int> counts,
        double durationMs)
    {
        writer.WriteStartObject("_aws");
        writer.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics");
        writer.WriteStartObject();
        writer.WriteString("Namespace", TrustManagerMetrics.Namespace);
        writer.WriteStartArray("Dimensions");
        writer.WriteStartArray();
        writer.WriteStringValue(TrustManagerMetrics.FunctionName);
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics");
        foreach (var name in counts.Keys)
        {
            WriteMetric(writer, name, "Count");
        }

        WriteMetric(writer, TrustManagerMetrics.DurationMs, "Milliseconds");
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteString(TrustManagerMetrics.FunctionName, functionName);
        foreach (var (name, count) in counts)
        {
            writer.WriteNumber(name, count);
        }

        writer.WriteNumber(TrustManagerMetrics.DurationMs, Math.Round(durationMs, 3));
    }

    private static void WriteMetric(Utf8JsonWriter writer, string name, string unit)
    {
        writer.WriteStartObject();
        writer.WriteString("Name", name);
        writer.WriteString("Unit", unit);
        writer.WriteEndObject();
    }
}
