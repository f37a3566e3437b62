using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Requests;

public sealed class ServedKeyTests
{
    [Theory]
    [InlineData("/crl/a.crl", DocumentKind.Crl)]
    [InlineData("/crl/deeper/a b.crl", DocumentKind.Crl)]
    [InlineData("/aia/a.cer", DocumentKind.Certificate)]
    [InlineData("/aia/a.crt", DocumentKind.Certificate)]
    public void Crls_and_certificates_under_their_prefixes_are_served(string path, DocumentKind kind)
    {
        var key = ServedKey.From(path, Some.Settings);

        Assert.Equal(path[1..], key?.Value);
        Assert.Equal(kind, key?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("crl/a.crl")]
    [InlineData("//crl/a.crl")]
    [InlineData("/crl//a.crl")]
    [InlineData("/crl/")]
    [InlineData("/crl/a.crl/")]
    [InlineData("/crl/../secret.crl")]
    [InlineData("/crl/./a.crl")]
    [InlineData("/crl/..\\a.crl")]
    [InlineData("/crl/%2e%2e/a.crl")]
    [InlineData("/crl/a\0.crl")]
    [InlineData("/crl/a\n.crl")]
    [InlineData("/crl/a\u007f.crl")]
    [InlineData("/crl/a\u0085.crl")]
    [InlineData("/crl/a.CRL")]
    [InlineData("/crl/a.txt")]
    [InlineData("/crl/a.cer")]
    [InlineData("/CRL/a.crl")]
    [InlineData("/aia/a.crl")]
    [InlineData("/aia/a.pem")]
    [InlineData("/other/a.crl")]
    [InlineData("/crlx/a.crl")]
    [InlineData("/acm-pca-permission-test-key")]
    [InlineData("/audit-report/a.crl")]
    public void Nothing_else_is(string path)
    {
        Assert.Null(ServedKey.From(path, Some.Settings));
    }

    [Theory]
    [InlineData('a', 1024 - 8, true)]
    [InlineData('a', 1024 - 7, false)]
    [InlineData('ä', 508, true)]
    [InlineData('ä', 509, false)]
    public void A_key_has_at_most_1024_bytes(char character, int count, bool isServed)
    {
        var path = $"/crl/{new string(character, count)}.crl";

        Assert.Equal(isServed, ServedKey.From(path, Some.Settings) is not null);
    }

    [Fact]
    public void Every_configured_prefix_counts()
    {
        var settings = Some.Settings with { CrlPrefixes = ["crl/", "pki/parts/"] };

        Assert.NotNull(ServedKey.From("/pki/parts/a.crl", settings));
        Assert.NotNull(ServedKey.From("/crl/a.crl", settings));
        Assert.Null(ServedKey.From("/pki/a.crl", settings));
    }
}
