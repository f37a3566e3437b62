namespace Infra.Local.S3.Protocol;

/// <summary>The three reflected cyclic redundancy checks of S3's integrity headers.</summary>
/// <remarks>Polynomials in reflected form: IEEE 802.3, Castagnoli (RFC 3720 appendix B.4), NVM Express base specification 2.0.</remarks>
public static class Crc
{
    private static readonly ulong[] Table32 = TableOf(0xEDB88320);
    private static readonly ulong[] Table32C = TableOf(0x82F63B78);
    private static readonly ulong[] Table64Nvme = TableOf(0x9A6C9329AC4BC9B5);

    public static ulong Crc32(ReadOnlySpan<byte> data) => Compute(Table32, uint.MaxValue, data);

    public static ulong Crc32C(ReadOnlySpan<byte> data) => Compute(Table32C, uint.MaxValue, data);

    public static ulong Crc64Nvme(ReadOnlySpan<byte> data) => Compute(Table64Nvme, ulong.MaxValue, data);

    private static ulong Compute(ulong[] table, ulong allOnes, ReadOnlySpan<byte> data)
    {
        var crc = allOnes;
        foreach (var value in data)
        {
            crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc ^ allOnes;
    }

    private static ulong[] TableOf(ulong polynomial)
    {
        var table = new ulong[256];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = (ulong)i;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ polynomial : crc >> 1;
            }

            table[i] = crc;
        }

        return table;
    }
}
