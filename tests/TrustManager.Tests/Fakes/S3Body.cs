using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Fakes;

/// <summary>The object in a PUT to S3, whose client wraps it in signed chunks.</summary>
internal static class S3Body
{
    public static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var bytes = body.ToArray();
        return request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal) ? Unwrap(bytes) : bytes;
    }

    /// <summary>
    /// Each chunk is its length in hex, a signature, a line break, the bytes and a line break; the last is empty.
    /// </summary>
    private static byte[] Unwrap(byte[] chunks)
    {
        using var content = new MemoryStream();
        var rest = chunks.AsSpan();
        while (true)
        {
            var header = rest.IndexOf("\r\n"u8);
            var digits = rest[..header];
            var end = digits.IndexOf((byte)';');
            var length = int.Parse(end < 0 ? digits : digits[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return content.ToArray();
            }

            content.Write(rest.Slice(header + 2, length));
            rest = rest[(header + 2 + length + 2)..];
        }
    }
}
