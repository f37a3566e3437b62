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
        var value = IsNext(Asn1Tag.UtcTime)
            ? AsnDecoder.ReadUtcTime(_rest, AsnEncodingRules.DER, out var consumed)
            : AsnDecoder.ReadGeneralizedTime(_rest, AsnEncodingRules.DER, out consumed);
        _rest = _rest[consumed..];
        return value;
    }

    public readonly bool IsTimeNext => IsNext(Asn1Tag.UtcTime) || IsNext(Asn1Tag.GeneralizedTime);

    public string ObjectIdentifier()
    {
        var value = AsnDecoder.ReadObjectIdentifier(_rest, AsnEncodingRules.DER, out var consumed);
        _rest = _rest[consumed..];
        return value;
    }

    public ReadOnlySpan<byte> OctetString()
    {
        if (!AsnDecoder.TryReadPrimitiveOctetString(_rest, AsnEncodingRules.DER, out var value, out var consumed))
        {
            throw new AsnContentException("an OCTET STRING is expected");
        }

        _rest = _rest[consumed..];
        return value;
    }

    public void BitString()
    {
        if (!AsnDecoder.TryReadPrimitiveBitString(_rest, AsnEncodingRules.DER, out _, out _, out var consumed))
        {
            throw new AsnContentException("a BIT STRING is expected");
        }

        _rest = _rest[consumed..];
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
