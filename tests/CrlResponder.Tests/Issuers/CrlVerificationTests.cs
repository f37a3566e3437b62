using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.CrlResponder.Documents;
using Infra.CrlResponder.Issuers;
using Infra.CrlResponder.Tests.Support;

namespace Infra.CrlResponder.Tests.Issuers;

/// <summary>What the CA certificates of the bucket say about a CRL.</summary>
public sealed class CrlVerificationTests
{
    public static TheoryData<string, string> Signatures => new()
    {
        { "RSA", "SHA256" }, { "RSA", "SHA384" }, { "RSA", "SHA512" },
        { "PSS", "SHA256" }, { "PSS", "SHA384" }, { "PSS", "SHA512" },
        { "P-256", "SHA256" }, { "P-384", "SHA384" }, { "P-521", "SHA512" },
    };

    [Theory]
    [MemberData(nameof(Signatures))]
    public void A_signature_of_every_kind_that_cas_use_is_verified(string kind, string hash)
    {
        using var ca = new SomeCa(key: KeyOf(kind));
        using var other = new SomeCa(key: KeyOf(kind), hasKeyIdentifier: false);
        var crl = ca.Crl(
            hash: new HashAlgorithmName(hash), padding: kind == "PSS" ? RSASignaturePadding.Pss : null);

        Assert.IsType<CrlVerdict.Verified>(Judge(crl, ca));
        Assert.IsType<CrlVerdict.WrongIssuer>(Judge(crl, other));
        Assert.IsType<CrlVerdict.Verified>(Judge(crl, other, ca));
        crl[^1] ^= 1;
        Assert.IsNotType<CrlVerdict.Verified>(Judge(crl, ca));
    }

    [Fact]
    public void A_changed_entry_is_noticed()
    {
        using var ca = new SomeCa();
        var crl = ca.Crl();
        var serial = crl.AsSpan().IndexOf(new byte[] { 2, 3, 1, 2, 3 });
        crl[serial + 4] = 9;

        Assert.IsType<CrlVerdict.WrongIssuer>(Judge(crl, ca));
    }

    [Fact]
    public void Without_a_certificate_of_the_issuer_nothing_is_known()
    {
        using var ca = new SomeCa();
        using var stranger = new SomeCa("Other CA");

        Assert.IsType<CrlVerdict.Unverified>(Judge(ca.Crl()));
        Assert.IsType<CrlVerdict.Unverified>(CrlVerification.Judge(
            ca.Crl(), Facts(ca.Crl()), own: null, [Issuer(stranger)]));
    }

    [Fact]
    public void A_list_that_names_another_issuer_than_the_certificate_of_its_ca_is_of_a_wrong_issuer()
    {
        using var ca = new SomeCa();
        using var other = new SomeCa("Other CA");

        // Even where the other CA is known, too: the key says whose list it is.
        Assert.IsType<CrlVerdict.WrongIssuer>(CrlVerification.Judge(
            other.Crl(), Facts(other.Crl()), Issuer(ca), [Issuer(other)]));
    }

    [Fact]
    public void A_certificate_of_another_key_that_the_list_does_not_name_says_nothing()
    {
        using var before = new SomeCa();
        using var renewed = new SomeCa();

        Assert.IsType<CrlVerdict.Unverified>(Judge(before.Crl(), renewed));
        Assert.IsType<CrlVerdict.Verified>(Judge(before.Crl(), renewed, before));
    }

    [Fact]
    public void A_certificate_that_may_not_sign_crls_says_nothing()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var ca = new SomeCa(key: key, usages: X509KeyUsageFlags.KeyCertSign);
        using var without = new SomeCa(key: key, usages: null);

        Assert.IsType<CrlVerdict.Unverified>(Judge(ca.Crl(), ca));
        Assert.IsType<CrlVerdict.Verified>(Judge(ca.Crl(), without));
    }

    [Fact]
    public void A_signature_of_an_unknown_kind_is_not_a_contradiction()
    {
        using var ca = new SomeCa(key: RSA.Create(2048));
        var crl = Replaced(ca.Crl(), [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b], 0x0e);

        Assert.IsType<CrlVerdict.Unverified>(Judge(crl, ca));
    }

    [Theory]
    [InlineData("CN=Agency CA,O=Agency", "CN=AGENCY  ca,O=agency", true)]
    [InlineData("CN=Agency CA,O=Agency", "CN=Agency CA,O=Agencies", false)]
    [InlineData("CN=Agency CA,O=Agency", "CN=Agency CA", false)]
    [InlineData("CN=Agency CA", "OU=Agency CA", false)]
    public void Names_are_compared_as_rfc_5280_asks(string one, string other, bool same)
    {
        Assert.Equal(same, Of(new X500DistinguishedName(one).RawData).MayBeOfOneCa(Of(Utf8Name(other))));

        static DocumentFacts Of(byte[] issuer) => new()
        {
            Kind = DocumentKind.Crl, Issuer = issuer, ValidFrom = Some.Noon, ValidUntil = Some.Noon,
        };
    }

    /// <summary>The same name with strings of another type than .NET would choose.</summary>
    private static byte[] Utf8Name(string name) =>
        new X500DistinguishedName(name, X500DistinguishedNameFlags.Reversed | X500DistinguishedNameFlags.ForceUTF8Encoding).RawData;

    private static CrlVerdict Judge(byte[] crl, params SomeCa[] cas) => CrlVerification.Judge(
        crl, Facts(crl), cas.Length > 0 ? Issuer(cas[0]) : null, [.. cas.Skip(1).Select(Issuer)]);

    private static DocumentFacts Facts(byte[] crl) => DocumentReader.Read(crl, DocumentKind.Crl).Facts!;

    private static IssuerCertificate Issuer(SomeCa ca) => IssuerCertificate.Find("aia/ca.cer", ca.Certificate)!;

    private static AsymmetricAlgorithm KeyOf(string kind) => kind switch
    {
        "P-256" => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        "P-384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        "P-521" => ECDsa.Create(ECCurve.NamedCurves.nistP521),
        _ => RSA.Create(2048),
    };

    /// <summary>The last byte of every occurrence changed.</summary>
    private static byte[] Replaced(byte[] bytes, byte[] found, byte last)
    {
        var copy = bytes.ToArray();
        for (int at = 0, next; (next = copy.AsSpan(at).IndexOf(found)) >= 0; at += next + found.Length)
        {
            copy[at + next + found.Length - 1] = last;
        }

        return copy;
    }
}
