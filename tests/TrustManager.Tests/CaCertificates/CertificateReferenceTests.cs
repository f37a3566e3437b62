using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class CertificateReferenceTests
{
    private const string Thumbprint = "2A51B4A000112233445566778899AABBCCDDEEFF00112233445566778899AABB";

    private static readonly string Colons = string.Join(':', Thumbprint.Chunk(2).Select(pair => new string(pair)));

    public static TheoryData<string> Forms => new(
        Thumbprint,
        Thumbprint.ToLowerInvariant(),
        Colons,
        $"sha256 Fingerprint={Colons}",
        $"SHA256 Fingerprint={Colons}",
        "\u200E" + Colons.Replace(':', ' ').ToLowerInvariant(),
        $"Cert Hash(sha256): {Colons.Replace(':', ' ').ToLowerInvariant()}");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_a_thumbprint_names_its_certificate(string text)
    {
        Assert.True(CertificateReference.Names(text, Thumbprint, "Agency CA 1"));
        Assert.False(CertificateReference.Names(text, Thumbprint[..^1] + "C", "Agency CA 1"));
        Assert.Equal(Thumbprint, CertificateReference.Normalized(text));
        Assert.Null(CertificateReference.Suspicion(text));
    }

    [Theory]
    [InlineData("Agency CA 1", true)]
    [InlineData(" agency  CA 1 ", true)]
    [InlineData("\u200EAgency CA 1", true)]
    [InlineData("Agency CA", false)]
    [InlineData("AgencyCA1", false)]
    [InlineData("", false)]
    public void A_common_name_is_compared_without_case_and_outer_blanks(string text, bool names) =>
        Assert.Equal(names, CertificateReference.Names(text, Thumbprint, "Agency CA 1"));

    [Fact]
    public void A_common_name_that_looks_like_a_thumbprint_is_one() =>
        Assert.True(CertificateReference.Names(Colons, new string('0', 64), Colons));

    [Theory]
    [InlineData("aa bb cc dd ee ff 00 11 22 33 44 55 66 77 88 99 aa bb cc dd", "40 digits, as the SHA-1")]
    [InlineData("2A51B4A000112233445566778899AABBCCDDEEFF00112233445566778899AA", "62 digits")]
    [InlineData("Agency CA 1", null)]
    [InlineData("ABBA", null)]
    public void What_is_probably_another_thumbprint_is_said_to_be(string text, string? said) =>
        Assert.True(
            said is null
                ? CertificateReference.Suspicion(text) is null
                : CertificateReference.Suspicion(text)?.Contains(said, StringComparison.Ordinal));
}
