using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class PrintableTests
{
    private const string Letters = "a\\u0 \n\r\t\u001b\u007f\u0085\u009b\u00ad\u00fc\u061c\u200b\u200e"
        + "\u2028\u2029\u202e\u2066\ufeff\ud800\udc00\ud83d\ude00";

    private static readonly Arbitrary<string> Texts = Gen.Elements(Letters.ToCharArray())
        .ArrayOf()
        .Select(letters => new string(letters))
        .ToArbitrary();

    [Theory]
    [InlineData("Corp Root", "Corp Root")]
    [InlineData("M\u00fcller \u6f22 \ud83d\ude00", "M\u00fcller \u6f22 \ud83d\ude00")]
    [InlineData("A\r\nB", "A\\u000d\\u000aB")]
    [InlineData("\u001b[2J\u009b\u0085", "\\u001b[2J\\u009b\\u0085")]
    [InlineData("\u2028\u2029", "\\u2028\\u2029")]
    [InlineData("\u202egpj.exe", "\\u202egpj.exe")]
    [InlineData("\u2066\u200f\u061c", "\\u2066\\u200f\\u061c")]
    [InlineData("\udb40\udc01", "\\udb40\\udc01")]
    [InlineData("\\u000a", "\\u005cu000a")]
    [InlineData("C:\\pki", "C:\\pki")]
    public void A_value_shows_what_would_mislead_a_reader(string value, string shown) =>
        Assert.Equal(shown, Printable.Value(value));

    [Fact]
    public void Half_a_surrogate_pair_is_shown() =>
        Assert.Equal("a\\ud83db\\ude00", Printable.Value("a\ud83d" + "b\ude00"));

    [Fact]
    public void A_text_keeps_its_own_lines() => Assert.Equal("A\nB\\u001b", Printable.Text("A\nB\u001b"));

    [Fact]
    public void Different_values_never_look_the_same() =>
        Prop.ForAll(Texts, Texts, (one, other) => one == other || Printable.Value(one) != Printable.Value(other))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Whatever_is_shown_has_nothing_left_to_hide() =>
        Prop.ForAll(Texts, text =>
                !Printable.Value(text).Any(char.IsControl)
                && Printable.Text(Printable.Value(text)) == Printable.Value(text))
            .QuickCheckThrowOnFailure();
}
