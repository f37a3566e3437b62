using System.Numerics;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

public sealed class CrlReadingTests
{
    private static DocumentReading Read(byte[] bytes) => DocumentReader.Read(bytes, DocumentKind.Crl);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void A_real_crl_says_number_and_validity(int revoked)
    {
        const long millisecondsAsPrivateCaWrites = 1_795_262_400_000;
        var crl = Some.Crl(millisecondsAsPrivateCaWrites, Some.Noon, Some.Noon.AddDays(1), revoked);

        var facts = Read(crl).Facts;

        Assert.Equal(new BigInteger(millisecondsAsPrivateCaWrites), facts?.CrlNumber);
        Assert.Equal(Some.Noon, facts?.ValidFrom);
        Assert.Equal(Some.Noon.AddDays(1), facts?.ValidUntil);
    }

    /// <summary>The value is "Some CA", seven octets.</summary>
    [Theory]
    [InlineData(0x0c, true)] // UTF8String
    [InlineData(0x13, true)] // PrintableString
    [InlineData(0x14, true)] // T61String
    [InlineData(0x03, false)] // BIT STRING with 83 unused bits
    [InlineData(0x04, false)] // OCTET STRING
    [InlineData(0x1a, false)] // VisibleString
    [InlineData(0x1c, false)] // UniversalString with parts of characters
    [InlineData(0x1e, false)] // BMPString with half a character
    [InlineData(0x2c, false)] // UTF8String in parts
    [InlineData(0xc4, false)] // a private type
    public void A_name_has_values_of_the_types_that_clients_read(byte type, bool isRead)
    {
        byte[] commonName = [0x06, 0x03, 0x55, 0x04, 0x03];
        var crl = Some.Crl();
        crl[crl.AsSpan().IndexOf(commonName) + commonName.Length] = type;

        Assert.Equal(isRead, Read(crl).Facts is not null);
    }

    [Fact]
    public void A_crl_of_version_1_without_extensions_is_one()
    {
        var crl = new HandMadeCrl { Version = null, HasExtensions = false }.Encode();

        var reading = Read(crl);

        Assert.NotNull(reading.Facts);
        Assert.Null(reading.Facts.CrlNumber);
    }

    [Fact]
    public void A_crl_without_a_number_is_one()
    {
        Assert.NotNull(Read(new HandMadeCrl { CrlNumber = null }.Encode()).Facts);
    }

    [Fact]
    public void Times_from_2050_on_are_read()
    {
        var late = new DateTimeOffset(2051, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var reading = Read(new HandMadeCrl { GeneralizedTime = true, NextUpdate = late }.Encode());

        Assert.Equal(late, reading.Facts?.ValidUntil);
    }

    [Fact]
    public void A_number_of_20_octets_is_read_and_a_longer_one_refused()
    {
        var longest = Enumerable.Repeat((byte)0x7f, 20).ToArray();

        Assert.NotNull(Read(new HandMadeCrl { CrlNumber = longest }.Encode()).Facts);
        Assert.Contains("20 octets", Read(new HandMadeCrl { CrlNumber = [.. longest, 1, 1] }.Encode()).Problem, StringComparison.Ordinal);
        Assert.Contains("negative", Read(new HandMadeCrl { CrlNumber = [0xff] }.Encode()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_crl_is_refused_with_a_reason()
    {
        Assert.Contains("nextUpdate", Read(new HandMadeCrl { HasNextUpdate = false }.Encode()).Problem, StringComparison.Ordinal);
        Assert.Contains("version", Read(new HandMadeCrl { Version = 2 }.Encode()).Problem, StringComparison.Ordinal);
        Assert.Contains("algorithm", Read(new HandMadeCrl { OuterAlgorithm = "1.2.3" }.Encode()).Problem, StringComparison.Ordinal);
        Assert.Contains(
            "before it begins", Read(new HandMadeCrl { NextUpdate = Some.Noon.AddDays(-1) }.Encode()).Problem, StringComparison.Ordinal);
        Assert.Contains("PEM", Read("-----BEGIN X509 CRL-----"u8.ToArray()).Problem, StringComparison.Ordinal);
        Assert.Contains("CertificateList", Read([]).Problem, StringComparison.Ordinal);
        Assert.Contains("CertificateList", Read("<html>not found</html>"u8.ToArray()).Problem, StringComparison.Ordinal);
        Assert.Contains("CertificateList", Read(Some.Certificate).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_after_the_crl_are_refused()
    {
        Assert.NotNull(Read([.. Some.Crl(), 0]).Problem);
    }

    [Fact]
    public void A_truncated_crl_is_refused_wherever_it_ends()
    {
        var crl = Some.Crl(revoked: 3);

        Assert.All(Enumerable.Range(0, crl.Length), length => Assert.NotNull(Read(crl[..length]).Problem));
    }

    [Fact]
    public void No_flipped_bit_throws()
    {
        var crl = Some.Crl(revoked: 2);

        for (var bit = 0; bit < crl.Length * 8; bit++)
        {
            var flipped = (byte[])crl.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            var reading = Read(flipped);

            Assert.True(reading.Facts is null != reading.Problem is null);
        }
    }

    [Fact]
    public void Reading_takes_no_memory_per_revoked_certificate()
    {
        var small = Some.Crl(revoked: 1);
        var large = Some.Crl(revoked: 5000);

        Assert.InRange(Least(large) - Least(small), -1024, 1024);

        // The runtime allocates on this thread too now and then: when a type is first used, or a method compiled anew.
        static long Least(byte[] crl) => Enumerable.Range(0, 5).Min(_ => Allocated(crl));

        static long Allocated(byte[] crl)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            _ = Read(crl);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
