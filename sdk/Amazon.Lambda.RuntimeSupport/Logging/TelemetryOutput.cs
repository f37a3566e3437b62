using System.Buffers.Binary;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport.Logging;

/// <summary>The file descriptor that Lambda's managed runtimes give: a record may have several lines there.</summary>
/// <remarks>A frame is its type and the length of its text, four bytes each and big-endian, then the text as UTF-8.</remarks>
internal sealed class TelemetryOutput(Stream descriptor) : ILogOutput
{
    public const string DescriptorVariable = "_LAMBDA_TELEMETRY_LOG_FD";

    /// <summary>Largest text of one frame, in bytes: 256 KiB less the 26 bytes that CloudWatch Logs counts for an event.</summary>
    internal const int MaxTextBytes = (256 * 1024) - 26;

    private const uint TextFrame = 0xa55a0001;
    private const int HeaderBytes = 8;

    private readonly Lock _writing = new();

    public void Write(string record)
    {
        var text = Encoding.UTF8.GetBytes(record);
        lock (_writing)
        {
            for (var start = 0; start < text.Length || start == 0;)
            {
                var end = CharacterEnd(text, Math.Min(start + MaxTextBytes, text.Length));
                WriteFrame(text.AsSpan(start..end));
                start = Math.Max(end, 1);
            }
        }
    }

    /// <summary>A position that does not part the bytes of a character.</summary>
    private static int CharacterEnd(byte[] text, int end)
    {
        while (end < text.Length && (text[end] & 0b1100_0000) == 0b1000_0000)
        {
            end--;
        }

        return end;
    }

    private void WriteFrame(ReadOnlySpan<byte> text)
    {
        var frame = new byte[HeaderBytes + text.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame, TextFrame);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), text.Length);
        text.CopyTo(frame.AsSpan(HeaderBytes));
        descriptor.Write(frame);
        descriptor.Flush();
    }
}
