namespace Infra.Mutations;

/// <summary>Damages DER: as a bad line or a bad program does, and as one does who knows its structure.</summary>
internal static class DerMutation
{
    /// <summary>Tags that readers ask for, and some that none does.</summary>
    private static readonly byte[] Tags =
    [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1c, 0x1e, 0x1f, 0x24, 0x30, 0x31,
        0x80, 0x81, 0x82, 0x84, 0xa0, 0xa1, 0xa3, 0x00, 0xff,
    ];

    /// <summary>0, too long, indefinite, reserved, not the shortest, and beyond what an <see cref="int"/> holds.</summary>
    private static readonly byte[][] Lengths =
    [
        [0x00], [0x01], [0x7f], [0x80], [0xff], [0x81, 0x01], [0x82, 0x00, 0x10], [0x84, 0x7f, 0xff, 0xff, 0xff],
        [0x84, 0xff, 0xff, 0xff, 0xff], [0x88, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ];

    /// <summary>One to three damages. Every second input keeps a structure whose lengths fit.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original;
        for (var damages = random.Next(1, 4); damages > 0; damages--)
        {
            bytes = random.Next(2) == 0 && DerValue.ReadAll(bytes) is [var root]
                ? Restructured(root, random)
                : ByteMutation.Of(bytes, random);
        }

        return bytes;
    }

    private static byte[] Restructured(DerValue root, Random random)
    {
        DerValue[] all = [.. root.All()];
        var value = all[random.Next(all.Length)];
        var holders = all.Where(one => one.Members is { Count: > 0 }).ToArray();
        var lists = all.Select(one => one.Members).OfType<List<DerValue>>().Where(list => list.Count > 0).ToArray();
        var members = lists.Length == 0 ? [] : lists[random.Next(lists.Length)];
        var at = members.Count == 0 ? 0 : random.Next(members.Count);
        switch (random.Next(8))
        {
            case 0 when members.Count > 0:
                members.InsertRange(random.Next(members.Count), Enumerable.Repeat(members[at], random.Next(1, 4)));
                break;
            case 1 when members.Count > 0:
                members.RemoveAt(at);
                break;
            case 2 when members.Count > 0 && !value.All().Any(one => one.Members == members):
                members[at] = value;
                break;
            case 3:
                members.Reverse(at, members.Count == 0 ? 0 : random.Next(members.Count - at + 1));
                break;
            case 4:
                value.Tag = Tags[random.Next(Tags.Length)];
                break;
            case 5:
                value.Length = Lengths[random.Next(Lengths.Length)];
                break;
            case 6:
                (value.Members, value.Contents) = (null, []);
                break;
            default:
                (value.Members, value.Contents) = (null, ByteMutation.Of(value.Contents, random));
                break;
        }

        return root.Encode();
    }
}
