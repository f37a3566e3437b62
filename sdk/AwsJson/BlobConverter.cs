using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime.Internal.Util;

namespace Amazon.AwsJson;

/// <summary>A blob is base64 text: the whole buffer, wherever the stream's position is.</summary>
internal sealed class BlobConverter : JsonConverter<MemoryStream>
{
    public override MemoryStream Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, MemoryStream value, JsonSerializerOptions options) =>
        StringUtils.WriteBase64StringValue(writer, value);
}
