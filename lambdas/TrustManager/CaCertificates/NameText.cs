using System.Buffers.Binary;
using System.Formats.Asn1;
using System.Text;

namespace Infra.TrustManager.CaCertificates;

/// <summary>Reads the strings of names as leniently as OpenSSL and Windows do.</summary>
/// <remarks>
/// .NET demands that a PrintableString has nothing but the few characters of that type. CAs have issued "CARD_CA_1"
/// and "Example &amp; Sons" as such for decades.
/// </remarks>
internal static class NameText
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: true, false, throwOnInvalidBytes: true);

    /// <summary>Null for a value that is no string, or one whose bytes are no text of its type.</summary>
    /// <exception cref="AsnContentException">It is no value at all.</exception>
    public static string? Decode(ReadOnlySpan<byte> der)
    {
        var tag = AsnDecoder.ReadEncodedValue(der, AsnEncodingRules.BER, out var offset, out var length, out _);
        if (tag.TagClass != TagClass.Universal || tag.IsConstructed)
        {
            return null;
        }

        var content = der.Slice(offset, length);
        try
        {
            return (UniversalTagNumber)tag.TagValue switch
            {
                UniversalTagNumber.UTF8String => Utf8.GetString(content),
                UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.VisibleString
                    or UniversalTagNumber.NumericString or UniversalTagNumber.TeletexString =>
                    Encoding.Latin1.GetString(content),
                UniversalTagNumber.BMPString => Utf16.GetString(content),
                UniversalTagNumber.UniversalString => Utf32(content),
                _ => null,
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Utf32(ReadOnlySpan<byte> content)
    {
        var text = new StringBuilder(content.Length / sizeof(int));
        for (; content.Length >= sizeof(int); content = content[sizeof(int)..])
        {
            if (!Rune.TryCreate(BinaryPrimitives.ReadInt32BigEndian(content), out var letter))
            {
                return null;
            }

            text.Append(letter);
        }

        return content.IsEmpty ? text.ToString() : null;
    }
}
