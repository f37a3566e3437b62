using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Infra.Local.LoadBalancing.Requests;

/// <summary>The event that a function gets for a request.</summary>
public static class TargetEvent
{
    /// <param name="request">What to put into it.</param>
    /// <param name="targetGroupArn">The target group that the function stands in.</param>
    /// <param name="multiValueHeaders">Attribute <c>lambda.multi_value_headers.enabled</c> of that group.</param>
    public static ReadOnlyMemory<byte> Write(ClientRequest request, string targetGroupArn, bool multiValueHeaders)
    {
        ArgumentNullException.ThrowIfNull(request);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("requestContext");
            json.WriteStartObject("elb");
            json.WriteString("targetGroupArn", targetGroupArn);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteString("httpMethod", request.Method);
            json.WriteString("path", request.Target.Path);
            var write = multiValueHeaders ? (Action<Utf8JsonWriter, IEnumerable<KeyValuePair<string, string>>>)WriteAll : WriteLast;
            json.WritePropertyName(multiValueHeaders ? "multiValueQueryStringParameters" : "queryStringParameters");
            write(json, request.Target.Parameters());
            json.WritePropertyName(multiValueHeaders ? "multiValueHeaders" : "headers");
            write(json, request.Headers);
            WriteBody(json, request);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteLast(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> values)
    {
        json.WriteStartObject();
        foreach (var sameName in values.GroupBy(value => value.Key, value => value.Value))
        {
            json.WriteString(sameName.Key, sameName.Last());
        }

        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, string>> values)
    {
        json.WriteStartObject();
        foreach (var sameName in values.GroupBy(value => value.Key, value => value.Value))
        {
            json.WriteStartArray(sameName.Key);
            foreach (var value in sameName)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, ClientRequest request)
    {
        var base64 = !request.Body.IsEmpty && !IsText(request.Headers);
        json.WriteString("body", base64 ? Convert.ToBase64String(request.Body.Span) : Encoding.UTF8.GetString(request.Body.Span));
        json.WriteBoolean("isBase64Encoded", base64);
    }

    private static bool IsText(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var contentType = headers.LastOrDefault(header => header.Key == "content-type").Value ?? "";
        var mediaType = contentType.Split(';')[0].Trim().ToLowerInvariant();
        return !headers.Any(header => header.Key == "content-encoding")
            && (mediaType.StartsWith("text/", StringComparison.Ordinal)
                || mediaType is "application/json" or "application/javascript" or "application/xml");
    }
}
