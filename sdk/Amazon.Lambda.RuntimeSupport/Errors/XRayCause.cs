using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Amazon.Lambda.RuntimeSupport.Errors;

/// <summary>An exception as X-Ray shows it in a trace; it travels in a header.</summary>
internal static class XRayCause
{
    /// <summary>
    /// Largest cause, in bytes. Lambda takes up to 1 MiB, but X-Ray keeps 64 KB of a whole segment, and common HTTP
    /// servers refuse a request with more than 32 KB of headers: the error itself would then not be reported at all.
    /// </summary>
    internal const int MaxBytes = 16 * 1024;

    /// <summary>One line of ASCII JSON, or null where it would be larger than <see cref="MaxBytes"/>.</summary>
    public static string FindJson(Exception exception)
    {
        var frames = new StackTrace(exception, fNeedFileInfo: true).GetFrames();
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("working_directory", AppContext.BaseDirectory);
            json.WriteStartArray("exceptions");
            WriteException(json, exception, frames);
            json.WriteEndArray();
            json.WriteStartArray("paths");
            foreach (var path in frames.Select(f => f.GetFileName()).OfType<string>().Distinct())
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenCount <= MaxBytes ? Encoding.ASCII.GetString(buffer.WrittenSpan) : null;
    }

    private static void WriteException(Utf8JsonWriter json, Exception exception, StackFrame[] frames)
    {
        json.WriteStartObject();
        json.WriteString("type", exception.GetType().Name);
        json.WriteString("message", ExceptionText.Message(exception));
        json.WriteStartArray("stack");
        foreach (var frame in frames)
        {
            WriteFrame(json, frame);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFrame(Utf8JsonWriter json, StackFrame frame)
    {
        json.WriteStartObject();
        if (frame.GetFileName() is { } path)
        {
            json.WriteString("path", path);
            json.WriteNumber("line", frame.GetFileLineNumber());
        }

        if (DiagnosticMethodInfo.Create(frame) is { } method)
        {
            json.WriteString("label", $"{method.DeclaringTypeName}.{method.Name}");
        }

        json.WriteEndObject();
    }
}
