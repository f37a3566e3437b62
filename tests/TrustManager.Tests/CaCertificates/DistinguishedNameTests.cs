using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class DistinguishedNameTests
{
    private const int Utf8 = (int)UniversalTagNumber.UTF8String;
    private const int Printable = (int)UniversalTagNumber.PrintableString;
    private const int Teletex = (int)UniversalTagNumber.TeletexString;
    private const int Bmp = (int)UniversalTagNumber.BMPString;
    private const int Octets = (int)UniversalTagNumber.OctetString;
    private const string CommonName = "2.5.4.3";

    [Theory]
    [InlineData("CN=Corp Root, OU=Pki, O=Example", "Corp Root")]
    [InlineData("O=Example, CN=Corp Root", "Corp Root")]
    [InlineData("CN=Specific, CN=General", "Specific")]
    [InlineData("OU=Certification, O=Example, C=US", "Certification")]
    [InlineData("", "")]
    public void The_common_name_or_else_the_last_part_names_a_certificate(string name, string commonName) =>
        Assert.Equal(commonName, DistinguishedName.Read(new X500DistinguishedName(name).RawData).CommonName);

    [Theory]
    [InlineData(Printable, "CARD_CA_1")]
    [InlineData(Printable, "Example & Sons")]
    [InlineData(Teletex, "M\u00fcller CA")]
    [InlineData(Utf8, "M\u00fcller CA")]
    [InlineData(Bmp, "M\u00fcller CA")]
    public void Strings_are_read_leniently_and_their_type_does_not_count(int type, string text)
    {
        var name = Name((type, text));

        Assert.Equal(text, name.CommonName);
        Assert.True(name.IsSameAs(Name((Utf8, text))));
    }

    [Theory]
    [InlineData("Corp Root", "CORP ROOT", true)]
    [InlineData("Corp Root", "  Corp \u00a0 Root ", true)]
    [InlineData("Corp Root", "CorpRoot", false)]
    [InlineData("Corp Root", "Corp Root 2", false)]
    public void Case_and_the_number_of_blanks_do_not_count(string one, string other, bool isSame) =>
        Assert.Equal(isSame, Name((Utf8, one)).IsSameAs(Name((Printable, other))));

    [Fact]
    public void What_cannot_be_decoded_is_shown_in_hexadecimal_and_equals_only_itself()
    {
        var broken = Name((Utf8, "\u00ff\u00fe"), Encoding.Latin1);
        var other = Name((Utf8, "\u00ff\u00fd"), Encoding.Latin1);

        Assert.Equal("#0C02FFFE", broken.CommonName);
        Assert.Equal("CN=#0C02FFFE", broken.ToString());
        Assert.True(broken.IsSameAs(Name((Utf8, "\u00ff\u00fe"), Encoding.Latin1)));
        Assert.False(broken.IsSameAs(other));
        Assert.False(broken.IsSameAs(Name((Utf8, "#0C02FFFE"))));
        Assert.Equal("#040161", Name((Octets, "a")).CommonName);
    }

    [Fact]
    public void What_would_break_a_line_is_shown_and_still_counts()
    {
        var name = Name((Utf8, "A\nB"));

        Assert.Equal("A\\u000aB", name.CommonName);
        Assert.Equal("CN=\"A\\u000aB\"", name.ToString());
        Assert.False(name.IsSameAs(Name((Utf8, "AB"))));
    }

    [Fact]
    public void Parts_in_another_order_are_another_name() =>
        Assert.False(Of("CN=A, O=B").IsSameAs(Of("O=B, CN=A")));

    [Theory]
    [InlineData("CN=A, O=B, C=US", "O=b, C=US", true)]
    [InlineData("CN=A, O=B, C=US", "", true)]
    [InlineData("O=B, C=US", "CN=A, O=B, C=US", false)]
    [InlineData("CN=A, O=B, C=US", "CN=A, O=B", false)]
    public void A_name_is_within_one_whose_parts_are_its_most_general_ones(
        string name, string subtree, bool isWithin) =>
        Assert.Equal(isWithin, Of(name).IsWithin(Of(subtree)));

    [Theory]
    [InlineData(new byte[] { 0x30, 2, 0x31, 0 })]
    [InlineData(new byte[] { 0x30, 4, 0x31, 2, 0x30, 0 })]
    [InlineData(new byte[] { 0x30, 0, 0 })]
    [InlineData(new byte[] { 0x04, 0 })]
    [InlineData(new byte[] { })]
    public void What_is_no_name_is_refused(byte[] der) =>
        Assert.Throws<AsnContentException>(() => DistinguishedName.Read(der));

    [Fact]
    public void Names_are_written_as_dotnet_writes_them() =>
        Prop.ForAll(
            Gen.Elements("aB7 ,+\"<#=;\\\u00fc".ToCharArray()).ArrayOf(6).ArrayOf(3).ToArbitrary(),
            Gen.Elements(CommonName, "2.5.4.10", "2.5.4.97", "0.9.2342.19200300.100.1.25", "2.5.4.8").ToArbitrary(),
            (texts, type) =>
            {
                var der = Encode([.. texts.Select(text => (type, Utf8, new string(text)))], Encoding.UTF8);
                return DistinguishedName.Read(der).ToString() == new X500DistinguishedName(der).Name;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static DistinguishedName Of(string name) => DistinguishedName.Read(new X500DistinguishedName(name).RawData);

    private static DistinguishedName Name((int Type, string Text) commonName, Encoding? encoding = null) =>
        DistinguishedName.Read(Encode([(CommonName, commonName.Type, commonName.Text)], encoding));

    /// <param name="encoding">Null for that of the string's type.</param>
    private static byte[] Encode(IReadOnlyList<(string Oid, int Type, string Text)> parts, Encoding? encoding)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            foreach (var (oid, type, text) in parts)
            {
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(oid);
                    var bytes = (encoding ?? Natural(type)).GetBytes(text);
                    writer.WriteEncodedValue([(byte)type, (byte)bytes.Length, .. bytes]);
                }
            }
        }

        return writer.Encode();
    }

    private static Encoding Natural(int type) =>
        type == Bmp ? Encoding.BigEndianUnicode : type == Utf8 ? Encoding.UTF8 : Encoding.Latin1;
}
