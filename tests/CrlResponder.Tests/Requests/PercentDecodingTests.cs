using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Infra.CrlResponder.Requests;

namespace Infra.CrlResponder.Tests.Requests;

public sealed class PercentDecodingTests
{
    [Theory]
    [InlineData("/crl/a.crl", "/crl/a.crl")]
    [InlineData("/%63%72%6C/a.crl", "/crl/a.crl")]
    [InlineData("/crl/a%20b.crl", "/crl/a b.crl")]
    [InlineData("/crl/a+b.crl", "/crl/a+b.crl")]
    [InlineData("/crl/%C3%A4.crl", "/crl/ä.crl")]
    [InlineData("/crl/ä.crl", "/crl/ä.crl")]
    [InlineData("/%2e%2E/x", "/../x")]
    [InlineData("/%252e", "/%2e")]
    [InlineData("", "")]
    public void A_path_is_decoded_once(string encoded, string expected)
    {
        var isValid = PercentDecoding.TryDecode(encoded, out var decoded);

        Assert.True(isValid);
        Assert.Equal(expected, decoded);
    }

    [Theory]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/%zz")]
    [InlineData("/% 1")]
    [InlineData("/%+1")]
    [InlineData("/%u0041")]
    [InlineData("/%FF")]
    [InlineData("/%C3")]
    [InlineData("/%C0%AE")] // an overlong dot
    [InlineData("/%ED%A0%80")] // a surrogate
    public void A_malformed_path_is_recognised(string encoded)
    {
        Assert.False(PercentDecoding.TryDecode(encoded, out _));
    }

    [Fact]
    public void A_lone_surrogate_is_recognised()
    {
        Assert.False(PercentDecoding.TryDecode("/\ud800", out _));
    }

    [Fact]
    public void Whatever_is_encoded_comes_back()
    {
        Prop.ForAll<NonNull<string>>(text =>
        {
            var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));

            return PercentDecoding.TryDecode(Uri.EscapeDataString(valid), out var decoded) && decoded == valid;
        }).QuickCheckThrowOnFailure();
    }
}
