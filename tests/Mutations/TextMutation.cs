using System.Text;

namespace Infra.Mutations;

/// <summary>Damages PEM: its lines as an editor or a script does, its certificates, and its bytes.</summary>
internal static class TextMutation
{
    /// <summary>Lines that belong elsewhere, or nowhere.</summary>
    private static readonly string[] Lines =
    [
        "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----",
        "-----BEGIN CERTIFICATE-----BEGIN CERTIFICATE-----",
        "-----END CERTIFICATE----------BEGIN CERTIFICATE-----", "-----BEGIN EC PRIVATE KEY-----", "-----END -----", "-----BEGIN",
        "Proc-Type: 4,ENCRYPTED", "subject=CN = a", "", " ", "=", "MIIB====", "\u00e4\u2028\ud800\u0000", "# a comment",
        "-----begin certificate-----", "\ufeff", "\r",
    ];

    /// <summary>UTF-8, UTF-16 or something that is no text, from one to three damages.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var lines = Encoding.Latin1.GetString(original).Split('\n').ToList();
        for (var damages = random.Next(1, 4); damages > 0; damages--)
        {
            Damage(lines, random);
        }

        var bytes = Encoding.UTF8.GetBytes(string.Join(random.Next(8) == 0 ? "\r" : "\n", lines));
        return random.Next(8) switch
        {
            0 => ByteMutation.Of(bytes, random),
            1 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(string.Join("\n", lines))],
            _ => bytes,
        };
    }

    private static void Damage(List<string> lines, Random random)
    {
        var (at, to) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(8))
        {
            case 0:
                lines.Insert(at, lines[to]);
                break;
            case 1 when lines.Count > 1:
                lines.RemoveAt(at);
                break;
            case 2:
                (lines[at], lines[to]) = (lines[to], lines[at]);
                break;
            case 3 when at + 1 < lines.Count:
                lines[at] += lines[at + 1];
                lines.RemoveAt(at + 1);
                break;
            case 4:
                lines.Insert(at, Lines[random.Next(Lines.Length)]);
                break;
            case 5:
                lines.AddRange([.. lines]);
                break;
            case 6:
                lines[at] = Encoding.Latin1.GetString(ByteMutation.Of(Encoding.Latin1.GetBytes(lines[at]), random));
                break;
            default:
                DamageBlock(lines, at, random);
                break;
        }
    }

    /// <summary>Damages the DER of the block that begins at or after a line.</summary>
    private static void DamageBlock(List<string> lines, int from, Random random)
    {
        var begin = lines.FindIndex(from, line => line.StartsWith("-----BEGIN", StringComparison.Ordinal));
        var end = begin < 0 ? -1 : lines.FindIndex(begin, line => line.StartsWith("-----END", StringComparison.Ordinal));
        var der = new byte[end < 0 ? 0 : 64 * (end - begin)];
        if (end > begin && Convert.TryFromBase64String(string.Concat(lines[(begin + 1)..end]), der, out var length))
        {
            lines.RemoveRange(begin + 1, end - begin - 1);
            lines.Insert(begin + 1, Convert.ToBase64String(DerMutation.Of(der[..length], random)));
        }
    }
}
