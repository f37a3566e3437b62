using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Documents;

public sealed class CertificateReadingTests
{
    private static DocumentReading Read(byte[] bytes) => DocumentReader.Read(bytes, DocumentKind.Certificate);

    [Fact]
    public void A_real_certificate_says_its_validity()
    {
        var facts = Read(Some.Certificate).Facts;

        Assert.Equal(Some.Noon.AddYears(-1), facts?.ValidFrom);
        Assert.Equal(Some.Noon.AddYears(9), facts?.ValidUntil);
        Assert.Null(facts?.CrlNumber);
    }

    [Fact]
    public void A_crl_is_no_certificate()
    {
        Assert.Contains("Certificate (RFC 5280", Read(Some.Crl()).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_certificate_is_refused_wherever_it_ends()
    {
        var certificate = Some.Certificate;

        Assert.All(
            Enumerable.Range(0, certificate.Length), length => Assert.NotNull(Read(certificate[..length]).Problem));
    }

    [Fact]
    public void No_flipped_bit_throws()
    {
        var certificate = Some.Certificate;

        for (var bit = 0; bit < certificate.Length * 8; bit++)
        {
            var flipped = (byte[])certificate.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));

            var reading = Read(flipped);

            Assert.True(reading.Facts is null != reading.Problem is null);
        }
    }
}
