using System.Formats.Asn1;

namespace Infra.CrlResponder.Documents;

/// <summary>A place in DER that moves forward; unlike <see cref="AsnReader"/> it allocates nothing, so a CRL costs no memory per entry.</summary>
internal ref struct DerSpan(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>True when the next value has this tag; false at the end.</summary>
    public readonly bool IsNext(Asn1Tag tag) =>
        !_rest.IsEmpty && Asn1Tag.TryDecode(_rest, out var next, out _) && next.HasSameClassAndValue(tag);

    /// <summary>The contents of the SEQUENCE that comes next, or of the value with <paramref name="tag"/>.</summary>
    public DerSpan Sequence(Asn1Tag? tag = null)
    {
        AsnDecoder.ReadSequence(_rest, AsnEncodingRules.DER, out var offset, out var length, out var consumed, tag);
        var contents = _rest.Slice(offset, length);
        _rest = _rest[consumed..];
        return new DerSpan(contents);
    }

    /// <summary>The next SEQUENCE with tag and length, unread.</summary>
    public ReadOnlySpan<byte> EncodedSequence()
    {
        var before = _rest;
        _ = Sequence();
        return before[..^_rest.Length];
    }

    public ReadOnlySpan<byte> Integer()
    {
        var value = AsnDecoder.ReadIntegerBytes(_rest, AsnEncodingRules.DER, out var consumed);
        _rest = _rest[consumed..];
        return value;
    }

    /// <summary>UTCTime up to 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5).</summary>
    public DateTimeOffset Time()
    {
        try
        {
            var value = IsNext(Asn1Tag.UtcTime)
                ? AsnDecoder.ReadUtcTime(_rest, AsnEncodingRules.DER, out var consumed)
                : AsnDecoder.ReadGeneralizedTime(_rest, AsnEncodingRules.DER, out consumed);
            _rest = _rest[consumed..];
            return value;
        }
        catch (AsnContentException exception)
        {
            throw new AsnContentException($"a date is none (RFC 5280 section 4.1.2.5): {exception.Message}", exception);
        }
    }

    public readonly bool IsTimeNext => IsNext(Asn1Tag.UtcTime) || IsNext(Asn1Tag.GeneralizedTime);

    public string ObjectIdentifier()
    {
        var value = AsnDecoder.ReadObjectIdentifier(_rest, AsnEncodingRules.DER, out var consumed);
        _rest = _rest[consumed..];
        return value;
    }

    /// <summary>The next object identifier with tag and length.</summary>
    public ReadOnlySpan<byte> EncodedObjectIdentifier()
    {
        var before = _rest;
        var contents = Value(out var tag);
        return tag == Asn1Tag.ObjectIdentifier && AreSubidentifiers(contents)
            ? before[..^_rest.Length]
            : throw new AsnContentException("an OBJECT IDENTIFIER is expected");
    }

    /// <summary>X.690 section 8.19.2: each in base 128 without leading zeros, and the last one complete.</summary>
    private static bool AreSubidentifiers(ReadOnlySpan<byte> contents)
    {
        var isFirst = true;
        foreach (var octet in contents)
        {
            if (isFirst && octet == 0x80)
            {
                return false;
            }

            isFirst = octet < 0x80;
        }

        return isFirst && !contents.IsEmpty;
    }

    /// <param name="tag">The tag where it is not that of an OCTET STRING.</param>
    public ReadOnlySpan<byte> OctetString(Asn1Tag? tag = null)
    {
        if (!AsnDecoder.TryReadPrimitiveOctetString(_rest, AsnEncodingRules.DER, out var value, out var consumed, tag))
        {
            throw new AsnContentException("an OCTET STRING is expected");
        }

        _rest = _rest[consumed..];
        return value;
    }

    public ReadOnlySpan<byte> BitString()
    {
        if (!AsnDecoder.TryReadPrimitiveBitString(_rest, AsnEncodingRules.DER, out _, out var value, out var consumed))
        {
            throw new AsnContentException("a BIT STRING is expected");
        }

        _rest = _rest[consumed..];
        return value;
    }

    /// <summary>The contents of the SET that comes next, its members in any order.</summary>
    public DerSpan Set()
    {
        // BER: members of a name in the wrong order are read by every client, so they are no reason to refuse a list.
        AsnDecoder.ReadSetOf(
            _rest, AsnEncodingRules.BER, out var offset, out var length, out var consumed, skipSortOrderValidation: true);
        var contents = _rest.Slice(offset, length);
        _rest = _rest[consumed..];
        return new DerSpan(contents);
    }

    /// <summary>Tag and contents of the next value, whatever its type; it moves on.</summary>
    public ReadOnlySpan<byte> Value(out Asn1Tag tag)
    {
        tag = AsnDecoder.ReadEncodedValue(_rest, AsnEncodingRules.DER, out var offset, out var length, out var consumed);
        var contents = _rest.Slice(offset, length);
        _rest = _rest[consumed..];
        return contents;
    }

    public bool Boolean()
    {
        var value = AsnDecoder.ReadBoolean(_rest, AsnEncodingRules.DER, out var consumed);
        _rest = _rest[consumed..];
        return value;
    }

    /// <summary>Passes over one well-formed value of any type.</summary>
    public void Skip()
    {
        AsnDecoder.ReadEncodedValue(_rest, AsnEncodingRules.DER, out _, out _, out var consumed);
        _rest = _rest[consumed..];
    }

    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw new AsnContentException($"{_rest.Length} bytes follow where the value should end");
        }
    }
}
