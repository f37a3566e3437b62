using System.Buffers;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Text;

namespace Infra.TrustManager.CaCertificates;

/// <summary>One attribute of a name: its type, and its value as text.</summary>
internal sealed class NameAttribute
{
    public const string CommonName = "2.5.4.3";
    public const string EmailAddress = "1.2.840.113549.1.9.1";

    /// <summary>What makes a value be written in quotation marks, as .NET writes names.</summary>
    private static readonly SearchValues<char> Special = SearchValues.Create(",+=\"\n<>#;");

    private NameAttribute(string type, string? text, ReadOnlySpan<byte> der)
    {
        Type = type;
        Text = text;
        Value = text is null ? $"#{Convert.ToHexString(der)}" : Printable.Value(text);
        Canonical = $"{type}={(text is null ? Value : $"'{Compressed(text)}")}";
    }

    /// <summary>Object identifier.</summary>
    public string Type { get; }

    /// <summary>Null for a value that is no text.</summary>
    public string? Text { get; }

    /// <summary>For people: the text, see <see cref="Printable"/>, or <c>#</c> and the DER in hexadecimal.</summary>
    public string Value { get; }

    /// <summary>
    /// Equal for attributes that mean the same: blanks at the ends, the number of them between words, case and type of
    /// string do not count (RFC 5280, 7.1); a value that is no text equals only the same DER.
    /// </summary>
    public string Canonical { get; }

    /// <exception cref="AsnContentException">There is no attribute.</exception>
    public static NameAttribute Read(AsnReader relativeName)
    {
        var attribute = relativeName.ReadSequence();
        var type = attribute.ReadObjectIdentifier();
        var der = attribute.ReadEncodedValue();
        attribute.ThrowIfNotEmpty();
        return new NameAttribute(type, NameText.Decode(der.Span), der.Span);
    }

    /// <summary>
    /// For people, as .NET writes it: <c>CN=Corp Root</c>, <c>OID.2.5.4.97=...</c> for a type without a name.
    /// </summary>
    public override string ToString()
    {
        var name = new Oid(Type).FriendlyName;
        var isQuoted = Text is not null && Text.Length > 0
            && (Text.AsSpan().ContainsAny(Special) || char.IsWhiteSpace(Text[0]) || char.IsWhiteSpace(Text[^1]));
        return (string.IsNullOrEmpty(name) || name == Type ? $"OID.{Type}" : name)
            + "="
            + (isQuoted ? $"\"{Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : Value);
    }

    private static string Compressed(string text)
    {
        var compressed = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter))
            {
                compressed.Append(char.ToUpperInvariant(letter));
            }
            else if (compressed.Length > 0 && compressed[^1] != ' ')
            {
                compressed.Append(' ');
            }
        }

        return compressed.ToString().TrimEnd(' ');
    }
}
