namespace Infra.Mutations;

/// <summary>A value of DER that can be taken apart and put together again, with lengths that fit.</summary>
/// <remarks>Octet strings and bit strings that hold DER are taken apart, too, as extensions and keys are.</remarks>
internal sealed class DerValue
{
    /// <summary>Identifier octet.</summary>
    public byte Tag { get; set; }

    /// <summary>What comes before the members: the count of unused bits of a bit string.</summary>
    public byte[] Prefix { get; init; } = [];

    /// <summary>Null for a value without members.</summary>
    public List<DerValue>? Members { get; set; }

    /// <summary>The contents of a value without members.</summary>
    public byte[] Contents { get; set; } = [];

    /// <summary>Replaces the octets of the length; null for those that fit.</summary>
    public byte[]? Length { get; set; }

    /// <summary>The values that fill the bytes; null when they are not DER.</summary>
    public static List<DerValue>? ReadAll(ReadOnlySpan<byte> bytes)
    {
        List<DerValue> values = [];
        while (!bytes.IsEmpty)
        {
            if (bytes.Length < 2 || (bytes[0] & 0x1f) == 0x1f)
            {
                return null;
            }

            var octets = bytes[1] < 0x80 ? 0 : bytes[1] & 0x7f;
            if (bytes[1] is 0x80 || octets > 3 || bytes.Length < 2 + octets)
            {
                return null;
            }

            var length = octets == 0 ? bytes[1] : 0;
            foreach (var octet in bytes.Slice(2, octets))
            {
                length = (length << 8) | octet;
            }

            if (length > bytes.Length - 2 - octets)
            {
                return null;
            }

            values.Add(Read(bytes[0], bytes.Slice(2 + octets, length)));
            bytes = bytes[(2 + octets + length)..];
        }

        return values;
    }

    /// <summary>This value and all below it.</summary>
    public IEnumerable<DerValue> All() => [this, .. (Members ?? []).SelectMany(member => member.All())];

    public byte[] Encode()
    {
        byte[] contents = [.. Prefix, .. Members?.SelectMany(member => member.Encode()) ?? Contents];
        return [Tag, .. Length ?? Fitting(contents.Length), .. contents];
    }

    private static DerValue Read(byte tag, ReadOnlySpan<byte> contents)
    {
        var isBits = tag == 0x03;
        var mayHold = (tag & 0x20) != 0 || tag == 0x04 || (isBits && contents is [0, ..]);
        var members = mayHold ? ReadAll(isBits ? contents[1..] : contents) : null;
        return members is null
            ? new DerValue { Tag = tag, Contents = contents.ToArray() }
            : new DerValue { Tag = tag, Members = members, Prefix = isBits ? [0] : [] };
    }

    private static byte[] Fitting(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)length],
        _ => [0x83, (byte)(length >> 16), (byte)(length >> 8), (byte)length],
    };
}
