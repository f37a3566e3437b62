using System.Formats.Asn1;
using System.Text;

namespace Infra.CrlResponder.Documents;

/// <summary>Reads a <c>Name</c> (RFC 5280 section 4.1.2.4) and compares two.</summary>
internal static class NameReader
{
    private static readonly UTF8Encoding StrictUtf8 =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The next name, encoded; every attribute of it was read.</summary>
    /// <exception cref="AsnContentException">It is not a name.</exception>
    public static ReadOnlySpan<byte> Read(scoped ref DerSpan members)
    {
        var encoded = members.EncodedSequence();
        var names = new DerSpan(encoded).Sequence();
        while (!names.IsAtEnd)
        {
            var attributes = names.Set();
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

    /// <summary>Null for a value that is no string. What PrintableString forbids is read, as every client does.</summary>
    /// <exception cref="AsnContentException">A string that its type does not allow, which clients refuse.</exception>
    private static string? Text(Asn1Tag tag, ReadOnlySpan<byte> value)
    {
        if (tag.TagClass != TagClass.Universal || tag.IsConstructed)
        {
            return null;
        }

        try
        {
            return (UniversalTagNumber)tag.TagValue switch
            {
                UniversalTagNumber.UTF8String => StrictUtf8.GetString(value),
                UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.NumericString
                    or UniversalTagNumber.VisibleString or UniversalTagNumber.T61String =>
                    Encoding.Latin1.GetString(value),
                UniversalTagNumber.BMPString when value.Length % 2 == 0 => Encoding.BigEndianUnicode.GetString(value),
                UniversalTagNumber.BMPString => throw new AsnContentException("a BMPString has half a character"),
                UniversalTagNumber.UniversalString when value.Length % 4 != 0 =>
                    throw new AsnContentException("a UniversalString has a part of a character"),
                _ => null,
            };
        }
        catch (DecoderFallbackException exception)
        {
            throw new AsnContentException("a name has a UTF8String that is not UTF-8", exception);
        }
    }

    private static string Folded(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
