using System.Text.Json;

namespace Infra.TrustManager.Telemetry;

/// <summary>
/// The members of CloudWatch's embedded metric format: CloudWatch makes metrics of them without an API call or
/// permission.
/// </summary>
internal static class MetricLine
{
    /// <param name="dimension">The only dimension, and <paramref name="subject"/> its value.</param>
    public static void Write(
        Utf8JsonWriter writer, string dimension, string subject, DateTimeOffset at, IReadOnlyCollection<Figure> figures)
    {
        writer.WriteStartObject("_aws");
        writer.WriteNumber("Timestamp", at.ToUnixTimeMilliseconds());
        writer.WriteStartArray("CloudWatchMetrics");
        writer.WriteStartObject();
        writer.WriteString("Namespace", TrustManagerMetrics.Namespace);
        writer.WriteStartArray("Dimensions");
        writer.WriteStartArray();
        writer.WriteStringValue(dimension);
        writer.WriteEndArray();
        writer.WriteEndArray();
        writer.WriteStartArray("Metrics");
        foreach (var figure in figures)
        {
            writer.WriteStartObject();
            writer.WriteString("Name", figure.Name);
            writer.WriteString("Unit", figure.Unit);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();

        writer.WriteString(dimension, subject);
        foreach (var figure in figures)
        {
            writer.WriteNumber(figure.Name, figure.Value);
        }
    }
}
