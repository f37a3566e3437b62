using System.Buffers.Binary;
using System.Security.Cryptography;
using Infra.Local.Endpoint;

namespace Infra.Local.S3.Protocol;

/// <summary>The digests that an upload may carry, checked before anything is stored.</summary>
public static class Checksums
{
    /// <summary>Headers that hold a checksum of the object; Amazon S3 user guide, "Checking object integrity".</summary>
    public static readonly IReadOnlyList<string> Headers =
    [
        "x-amz-checksum-crc32", "x-amz-checksum-crc32c", "x-amz-checksum-crc64nvme", "x-amz-checksum-sha1", "x-amz-checksum-sha256",
    ];

    /// <exception cref="AwsException"><c>BadDigest</c> when the bytes that came do not have this digest.</exception>
    public static void Verify(string header, string expected, ReadOnlySpan<byte> body)
    {
        var actual = Convert.ToBase64String(Compute(header, body));
        if (actual != expected)
        {
            throw new AwsException(
                "BadDigest", $"The {header} you specified did not match the calculated checksum: {expected} was sent, "
                    + $"{actual} arrived.");
        }
    }

#pragma warning disable CA5350, CA5351 // The protocol offers MD5 and SHA-1 against damage on the way; nothing is protected by them.
    private static byte[] Compute(string header, ReadOnlySpan<byte> body) => header switch
    {
        "Content-MD5" => MD5.HashData(body),
        "x-amz-checksum-sha1" => SHA1.HashData(body),
        "x-amz-checksum-sha256" => SHA256.HashData(body),
        "x-amz-checksum-crc32" => BigEndian32(Crc.Crc32(body)),
        "x-amz-checksum-crc32c" => BigEndian32(Crc.Crc32C(body)),
        "x-amz-checksum-crc64nvme" => BigEndian64(Crc.Crc64Nvme(body)),
        _ => throw new ArgumentOutOfRangeException(nameof(header), header, "Not a digest header of S3."),
    };
#pragma warning restore CA5350, CA5351

    private static byte[] BigEndian32(ulong value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, (uint)value);
        return bytes;
    }

    private static byte[] BigEndian64(ulong value)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }
}
