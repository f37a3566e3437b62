using System.Text;

namespace Infra.CrlResponder.Requests;

/// <summary>Decodes the percent-encoding of a path (RFC 3986 section 2.1), exactly once.</summary>
public static class PercentDecoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>False when a percent sign is not followed by two hexadecimal digits or the bytes are not UTF-8.</summary>
    public static bool TryDecode(string encoded, out string decoded)
    {
        decoded = "";
        try
        {
            var bytes = StrictUtf8.GetBytes(encoded);
            var length = 0;
            for (var position = 0; position < bytes.Length; position++)
            {
                var value = bytes[position];
                if (value == '%')
                {
                    if (position + 2 >= bytes.Length
                        || !char.IsAsciiHexDigit((char)bytes[position + 1])
                        || !char.IsAsciiHexDigit((char)bytes[position + 2]))
                    {
                        return false;
                    }

                    value = (byte)((HexValue(bytes[position + 1]) << 4) | HexValue(bytes[position + 2]));
                    position += 2;
                }

                bytes[length++] = value;
            }

            decoded = StrictUtf8.GetString(bytes, 0, length);
            return true;
        }
        catch (ArgumentException)
        {
            return false; // a lone surrogate on the way in, or bytes that are not UTF-8 on the way out
        }
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
