namespace Infra.Mutations;

/// <summary>Damages bytes without knowing what they are.</summary>
internal static class ByteMutation
{
    /// <summary>Up to four bytes changed, a bit flipped, a part repeated, left out, put in, or cut off.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        if (original.Length == 0)
        {
            return Noise(random.Next(1, 9), random);
        }

        List<byte> bytes = [.. original];
        var (at, length) = (random.Next(bytes.Count), random.Next(1, 9));
        switch (random.Next(10))
        {
            case 0:
                bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                break;
            case 1:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.InsertRange(at, Noise(length, random));
                break;
            case 4 or 5:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            default:
                for (var change = random.Next(4); change >= 0; change--)
                {
                    bytes[random.Next(bytes.Count)] = (byte)random.Next(256);
                }

                break;
        }

        return [.. bytes];
    }

    private static byte[] Noise(int length, Random random)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }
}
