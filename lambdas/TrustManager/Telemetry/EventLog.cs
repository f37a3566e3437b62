using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.Lambda.Core;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Telemetry;

/// <summary>Writes one JSON object a line, by the function itself: GovCloud has no JSON log format.</summary>
/// <param name="output">
/// The raw standard output: <see cref="Console.Out"/> puts a prefix before each line, which hides the metrics from
/// CloudWatch.
/// </param>
public sealed class EventLog(Stream output, TimeProvider time)
{
    // Lines are read by CloudWatch and people, never pasted into HTML. What would mislead a reader is escaped below.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock _lock = new();

    public TimeProvider Time { get; } = time;

    public RequestLog For(ILambdaContext context) => new(this, context.AwsRequestId, context.FunctionName);

    internal void Write(Action<Utf8JsonWriter> members)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(line, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        var bytes = Encoding.UTF8.GetBytes(Printable.Json(Encoding.UTF8.GetString(line.WrittenSpan)) + "\n");
        lock (_lock)
        {
            output.Write(bytes);
            output.Flush();
        }
    }
}
