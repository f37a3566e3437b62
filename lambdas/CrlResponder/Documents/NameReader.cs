using System.Formats.Asn1;
using System.Text;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>Name</c> (RFC 5280 section 4.1.2.4) and compares two.</summary>
internal static class NameReader
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding StrictUtf16 =
        new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private static readonly UTF32Encoding StrictUtf32 =
        new(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true);

    /// <summary>The next name, encoded; every attribute of it was read.</summary>
    /// <exception cref="AsnContentException">It is not a name.</exception>
    public static ReadOnlySpan<byte> Read(scoped ref DerSpan members)
    {
        var encoded = members.EncodedSequence();
        var names = new DerSpan(encoded).Sequence();
        while (!names.IsAtEnd)
        {
            var attributes = names.Set();
            if (attributes.IsAtEnd)
            {
                throw new AsnContentException("a name has a part without attributes");
            }

            do
            {
                var attribute = Attribute(ref attributes, out _, out var tag);
                _ = Text(tag, attribute);
            }
            while (!attributes.IsAtEnd);
        }

        return encoded;
    }

    /// <summary>
    /// True for the same attributes with the same values: case, the type of a string and blanks do not count (RFC 5280
    /// section 7.1), since a CA may write its name differently in a CRL and in its certificate.
    /// </summary>
    public static bool AreSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.SequenceEqual(other))
        {
            return true;
        }

        var left = new DerSpan(one).Sequence();
        var right = new DerSpan(other).Sequence();
        while (!left.IsAtEnd && !right.IsAtEnd)
        {
            var leftSet = left.Set();
            var rightSet = right.Set();
            while (!leftSet.IsAtEnd && !rightSet.IsAtEnd)
            {
                var leftValue = Attribute(ref leftSet, out var leftType, out var leftTag);
                var rightValue = Attribute(ref rightSet, out var rightType, out var rightTag);
                if (!leftType.SequenceEqual(rightType) || !AreSame(leftTag, leftValue, rightTag, rightValue))
                {
                    return false;
                }
            }

            if (!leftSet.IsAtEnd || !rightSet.IsAtEnd)
            {
                return false;
            }
        }

        return left.IsAtEnd && right.IsAtEnd;
    }

    private static ReadOnlySpan<byte> Attribute(
        scoped ref DerSpan attributes, out ReadOnlySpan<byte> type, out Asn1Tag tag)
    {
        var attribute = attributes.Sequence();
        type = attribute.EncodedObjectIdentifier();
        var value = attribute.Value(out tag);
        attribute.End();
        return value;
    }

    private static bool AreSame(
        Asn1Tag leftTag, ReadOnlySpan<byte> left, Asn1Tag rightTag, ReadOnlySpan<byte> right) =>
        Text(leftTag, left) is { } one && Text(rightTag, right) is { } other
            ? string.Equals(Folded(one), Folded(other), StringComparison.OrdinalIgnoreCase)
            : leftTag == rightTag && left.SequenceEqual(right);

    /// <summary>Null for what is no text but may be in a name.</summary>
    /// <remarks>What PrintableString forbids is read, as every client does.</remarks>
    /// <exception cref="AsnContentException">Clients do not read the type in a name, or the type forbids the value.</exception>
    private static string? Text(Asn1Tag tag, ReadOnlySpan<byte> value)
    {
        var type = tag.TagClass == TagClass.Universal ? (UniversalTagNumber)tag.TagValue : default;
        try
        {
            return (type, tag.IsConstructed) switch
            {
                (UniversalTagNumber.UTF8String, false) => StrictUtf8.GetString(value),
                (UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.NumericString
                    or UniversalTagNumber.T61String, false) => Encoding.Latin1.GetString(value),
                (UniversalTagNumber.BMPString, false) => BasicPlane(value),
                (UniversalTagNumber.UniversalString, false) => StrictUtf32.GetString(value),

                // x500UniqueIdentifier (X.520 section 6.2.7) and postalAddress (6.6.1).
                (UniversalTagNumber.BitString, false) when value is [0, ..] or [<= 7, _, ..] => null,
                (UniversalTagNumber.Sequence, true) => null,
                _ => throw new AsnContentException(
                    $"a name has a value of type {tag}, or one that this type does not allow"),
            };
        }
        catch (DecoderFallbackException exception)
        {
            throw new AsnContentException($"a name has a {type} with something that is no character", exception);
        }
    }

    /// <summary>Two octets a character: half of one, or of a pair that makes one beyond the plane, is none.</summary>
    private static string BasicPlane(ReadOnlySpan<byte> value)
    {
        var text = StrictUtf16.GetString(value);
        return text.Any(char.IsSurrogate)
            ? throw new AsnContentException("a name has a BMPString with a character that is not of the basic plane")
            : text;
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
