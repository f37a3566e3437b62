using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.Endpoint;
using Infra.Local.S3.Protocol;

namespace Infra.Local.Tests.S3;

public sealed class ChunkedUploadTests
{
    [Fact]
    public void Any_split_into_chunks_decodes_to_the_same_bytes() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[][]>(),
        pieces =>
        {
            var body = pieces.SelectMany(piece => piece).ToArray();

            var (decoded, trailers) = AwsChunkedBody.Decode(Encode(pieces, "x-amz-checksum-crc32:AAAAAA==\r\n"));

            return decoded.SequenceEqual(body) && trailers["x-amz-checksum-crc32"] == "AAAAAA==";
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("5\r\nab\r\n")]
    [InlineData("xyz\r\nab\r\n0\r\n\r\n")]
    [InlineData("2\r\nabc\r\n0\r\n\r\n")]
    [InlineData("-2\r\nab\r\n0\r\n\r\n")]
    [InlineData("")]
    public void A_body_that_breaks_off_is_refused(string wire)
    {
        var error = Assert.Throws<AwsException>(() => AwsChunkedBody.Decode(Encoding.ASCII.GetBytes(wire)));

        Assert.Equal("IncompleteBody", error.Code);
    }

    [Fact]
    public void The_checksums_are_those_of_their_standards()
    {
        var check = "123456789"u8;

        Assert.Equal(0xCBF43926UL, Crc.Crc32(check));
        Assert.Equal(0xE3069283UL, Crc.Crc32C(check));
        Assert.Equal(0xAE8B14860A799888UL, Crc.Crc64Nvme(check));
    }

    private static byte[] Encode(byte[][] pieces, string trailers)
    {
        using var wire = new MemoryStream();
        foreach (var piece in pieces.Where(piece => piece.Length > 0))
        {
            wire.Write(Encoding.ASCII.GetBytes($"{piece.Length:x};chunk-signature=0\r\n"));
            wire.Write(piece);
            wire.Write("\r\n"u8);
        }

        wire.Write(Encoding.ASCII.GetBytes($"0;chunk-signature=0\r\n{trailers}\r\n"));
        return wire.ToArray();
    }
}
