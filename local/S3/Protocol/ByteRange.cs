using System.Globalization;
using Infra.Local.Endpoint;

namespace Infra.Local.S3.Protocol;

/// <summary>Part of an object that a <c>Range</c> header asks for.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Bytes from there.</param>
public sealed record ByteRange(int Start, int Length)
{
    private const string Unit = "bytes=";

    /// <summary>Null when the whole object is to be sent: no header, several ranges, or one that is not well-formed.</summary>
    /// <exception cref="AwsException"><c>InvalidRange</c>, status 416, when the range lies outside the object.</exception>
    public static ByteRange? Parse(string header, int size)
    {
        var ends = header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase) ? header[Unit.Length..].Split('-') : [];
        if (ends.Length != 2 || !TryParse(ends[0], out var first) || !TryParse(ends[1], out var last) || (first ?? last) is null)
        {
            return null;
        }

        if (first > last)
        {
            return null;
        }

        var start = first ?? Math.Max(0, size - last!.Value);
        var end = first is null ? size - 1 : Math.Min(last ?? size - 1, size - 1);
        return start <= end && start < size
            ? new ByteRange((int)start, (int)(end - start + 1))
            : throw new AwsException("InvalidRange", $"The requested range is not satisfiable: '{header}' of an object "
                + $"of {size} bytes.", 416);
    }

    /// <summary>Value of the <c>Content-Range</c> header.</summary>
    public string ContentRange(int size) => $"bytes {Start}-{Start + Length - 1}/{size}";

    private static bool TryParse(string text, out long? value)
    {
        var parsed = long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        value = parsed ? number : null;
        return parsed || text.Trim().Length == 0;
    }
}
