using System.Buffers;
using System.Text.Json;

namespace Infra.CrlResponder.Telemetry;

/// <summary>Writes two lines per request: one to read, one that becomes metrics.</summary>
/// <param name="output">
/// The raw standard output: <see cref="Console.Out"/> puts a prefix before each line, which hides the metrics from CloudWatch.
/// </param>
public sealed class OutcomeLog(Stream output)
{
    public void Write(Observation observation, RequestRecord record)
    {
        var lines = new ArrayBufferWriter<byte>(1024);
        WriteLine(lines, writer => LogLine.Write(writer, observation, record));
        WriteLine(lines, writer => MetricLine.Write(writer, observation, record));
        output.Write(lines.WrittenSpan);
        output.Flush();
    }

    private static void WriteLine(ArrayBufferWriter<byte> lines, Action<Utf8JsonWriter> write)
    {
        using (var writer = new Utf8JsonWriter(lines))
        {
            write(writer);
        }

        lines.Write("\n"u8);
    }
}
