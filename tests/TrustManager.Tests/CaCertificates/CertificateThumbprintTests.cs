using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class CertificateThumbprintTests
{
    private const string Thumbprint = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";

    private static readonly string[] Pairs = [.. Thumbprint.Chunk(2).Select(pair => new string(pair))];

    public static TheoryData<string> PrintedForms =>
    [
        Thumbprint,
        Thumbprint.ToLowerInvariant(),
        string.Join(':', Pairs),
        string.Join(' ', Pairs).ToLowerInvariant(),
        "\u200E" + string.Join(' ', Pairs),
        $" {Thumbprint} ",
        "sha256 Fingerprint=" + string.Join(':', Pairs),
        "SHA256 Fingerprint=" + string.Join(':', Pairs).ToLowerInvariant(),
        " sha256 fingerprint= " + Thumbprint,
        "Cert Hash(sha256): " + Thumbprint.ToLowerInvariant(),
        "Cert Hash(sha256): " + string.Join(' ', Pairs).ToLowerInvariant(),
    ];

    [Theory]
    [MemberData(nameof(PrintedForms))]
    public void Every_form_that_openssl_and_windows_print_is_the_same_thumbprint(string text)
    {
        Assert.True(CertificateThumbprint.TryParse(text, out var thumbprint));
        Assert.Equal(Thumbprint, thumbprint);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00112233445566778899AABBCCDDEEFF00112233")]
    [InlineData("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF00")]
    [InlineData("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFG")]
    [InlineData("00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEE\uFF21\uFF21")]
    [InlineData("sha1 Fingerprint=00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF")]
    [InlineData("sha256 Fingerprint=")]
    [InlineData("Fingerprint=00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF")]
    [InlineData("00112233445566778899AABBCCDDEEFF-00112233445566778899AABBCCDDEEFF")]
    public void Everything_else_is_none(string? text)
    {
        Assert.False(CertificateThumbprint.TryParse(text, out var thumbprint));
        Assert.Null(thumbprint);
    }

    [Fact]
    public void A_text_of_any_length_is_answered_at_once() =>
        Assert.False(CertificateThumbprint.TryParse(new string(' ', 100_000_000) + Thumbprint, out _));
}
