using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amazon.Lambda.Serialization.SystemTextJson.Converters;

/// <summary>Reads a time as ISO 8601 text or as seconds since 1970, as events carry both; writes ISO 8601.</summary>
public class DateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String when reader.TryGetDateTime(out var time) => time,
            JsonTokenType.Number when reader.TryGetInt64(out var seconds) => DateTime.UnixEpoch.AddSeconds(seconds),
            JsonTokenType.Number => DateTime.UnixEpoch.AddSeconds(reader.GetDouble()),
            _ => throw new JsonSerializerException(
                $"A {reader.TokenType} is not a time; expected ISO 8601 text or seconds since 1970."),
        };

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
