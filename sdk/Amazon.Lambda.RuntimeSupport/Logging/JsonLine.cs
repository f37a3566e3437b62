using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Lambda.Core.Logging;
using Amazon.Lambda.RuntimeSupport.Errors;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>A log entry for machines: one JSON object on one line.</summary>
internal static class JsonLine
{
    public static string Format(LogEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", entry.Timestamp);
            json.WriteString("level", entry.Level.ToString());
            WriteIfAny(json, "requestId", entry.RequestId);
            WriteIfAny(json, "traceId", entry.TraceId);
            json.WriteString("message", entry.Message);
            foreach (var (name, value) in MessageTemplate.Properties(entry.Template, entry.Arguments))
            {
                WriteProperty(json, name, value);
            }

            WriteException(json, entry.Exception);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteIfAny(Utf8JsonWriter json, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case null:
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case sbyte or byte or short or ushort or int or uint or long:
                json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case ulong number:
                json.WriteNumber(name, number);
                break;
            case decimal number:
                json.WriteNumber(name, number);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case float number when float.IsFinite(number):
                json.WriteNumber(name, number);
                break;
            case DateTime time:
                json.WriteString(name, time);
                break;
            case DateTimeOffset time:
                json.WriteString(name, time);
                break;
            default:
                json.WriteString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteString("errorType", exception.GetType().FullName);
        json.WriteString("errorMessage", ExceptionText.Message(exception));
        json.WriteStartArray("stackTrace");
        foreach (var line in ExceptionText.Full(exception).Split('\n', StringSplitOptions.TrimEntries))
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
