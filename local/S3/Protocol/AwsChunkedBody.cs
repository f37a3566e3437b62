using System.Globalization;
using System.Text;
using Infra.Local.Endpoint;

namespace Infra.Local.S3.Protocol;

/// <summary>Takes the chunks and trailers of an <c>aws-chunked</c> upload apart.</summary>
/// <remarks>
/// <c>size[;chunk-signature=…] CRLF data CRLF … 0 CRLF [name:value CRLF …] CRLF</c>; Amazon S3 API reference, "Signature
/// calculations: transferring payload in multiple chunks". Chunk signatures are not verified.
/// </remarks>
public static class AwsChunkedBody
{
    public static (byte[] Body, IReadOnlyDictionary<string, string> Trailers) Decode(ReadOnlySpan<byte> wire)
    {
        using var body = new MemoryStream(wire.Length);
        while (true)
        {
            var size = ReadSize(ReadLine(ref wire));
            if (size == 0)
            {
                return (body.ToArray(), ReadTrailers(wire));
            }

            if (wire.Length < size)
            {
                throw Malformed($"a chunk announces {size} bytes and {wire.Length} follow");
            }

            body.Write(wire[..size]);
            wire = wire[size..];
            if (ReadLine(ref wire).Length != 0)
            {
                throw Malformed($"a chunk of {size} bytes does not end in CR LF");
            }
        }
    }

    private static int ReadSize(string line) =>
        int.TryParse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) && size >= 0
            ? size
            : throw Malformed($"'{line}' is not the size of a chunk in hexadecimal digits");

    private static Dictionary<string, string> ReadTrailers(ReadOnlySpan<byte> wire)
    {
        var trailers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (wire.Length > 0 && ReadLine(ref wire) is { Length: > 0 } line)
        {
            var parts = line.Split(':', 2);
            trailers[parts[0].Trim()] = parts.Length == 2 ? parts[1].Trim() : string.Empty;
        }

        return trailers;
    }

    private static string ReadLine(ref ReadOnlySpan<byte> wire)
    {
        var end = wire.IndexOf("\r\n"u8);
        if (end < 0)
        {
            throw Malformed("the last line does not end in CR LF");
        }

        var line = Encoding.ASCII.GetString(wire[..end]);
        wire = wire[(end + 2)..];
        return line;
    }

    private static AwsException Malformed(string what) =>
        new("IncompleteBody", $"The aws-chunked request body is malformed: {what}.");
}
