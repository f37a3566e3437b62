using FsCheck;
using FsCheck.Fluent;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class SourceTextTests
{
    private const string Secret = "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF";
    private static readonly SomeCa Ca = SomeCa.Root();

    public static TheoryData<string, string, string> Damaged => new()
    {
        { "empty", "", "contains no certificate" },
        { "text only", "Ask the PKI team.", "contains no certificate" },
        { "private key", $"{Ca.Pem}-----BEGIN PRIVATE KEY-----\n{Secret}\n-----END PRIVATE KEY-----\n", "'PRIVATE KEY'" },
        { "EC key", $"-----BEGIN EC PRIVATE KEY-----\n{Secret}\n-----END EC PRIVATE KEY-----\n", "treat it as disclosed" },
        { "PKCS #7", $"-----BEGIN PKCS7-----\n{Secret}\n-----END PKCS7-----\n", "'PKCS7' (line 1)" },
        { "CRL", $"{Ca.Pem}-----BEGIN X509 CRL-----\n{Secret}\n-----END X509 CRL-----\n", "'X509 CRL'" },
        { "no certificate inside", $"-----BEGIN CERTIFICATE-----\n{Secret}\n-----END CERTIFICATE-----", "is none" },
        { "not Base64", "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----", "line 1 that is labelled a certificate" },
        { "nothing inside", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", "is none" },
        { "two in one block", TwoInOne(), "is none" },
        { "cut off", Ca.Pem[..^30], "line 1 that never ends" },
        { "cut off before the next", Ca.Pem[..^30] + "\n" + Ca.Pem, "whose END line is missing" },
        { "begins behind something", "# " + Ca.Pem, "not alone on its line" },
        { "without its first line", Ca.Pem[28..] + Ca.Pem, "that never began" },
        { "other end", Ca.Pem.Replace("END CERTIFICATE", "END PKCS7", StringComparison.Ordinal), "is of another kind" },
        { "on one line", Ca.Pem.ReplaceLineEndings(" "), "not alone on its line" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void Whatever_is_no_certificate_is_a_problem_that_says_where_and_shows_nothing_of_it(
        string what, string text, string problem)
    {
        var problems = CaBundle.Read([("ca.pem", text)]).Problems;

        Assert.True(problems.Any(found => found.Contains(problem, StringComparison.Ordinal)), $"{what}: {string.Join(" | ", problems)}");
        Assert.All(problems, found => Assert.StartsWith("ca.pem ", found, StringComparison.Ordinal));
        Assert.All(problems, found => Assert.DoesNotContain(Secret[..12], found, StringComparison.Ordinal));
    }

    [Fact]
    public void Text_around_blocks_line_ends_of_Windows_and_a_byte_order_mark_are_fine()
    {
        var other = SomeCa.Root("Other");
        var text = $"\uFEFF{Ca.Pem}Issuer: the same - renew in 2035\n\n# next\n  {other.Pem}the end".ReplaceLineEndings("\r\n");

        var bundle = CaBundle.Read([("ca.pem", text)]);

        Assert.Empty(bundle.Problems);
        Assert.Equal([Ca.Thumbprint, other.Thumbprint], bundle.Certificates.Select(certificate => certificate.Thumbprint));
    }

    [Fact]
    public void A_source_that_is_too_long_is_not_read()
    {
        var bundle = CaBundle.Read([("ca.pem", Ca.Pem.PadRight(CaBundle.MaxSourceLength + 1))]);

        Assert.Empty(bundle.Certificates);
        Assert.Contains("1048577 characters; at most 1048576", Assert.Single(bundle.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_any_part_cut_out_gives_the_same_certificate_or_a_problem() =>
        Prop.ForAll(
            Gen.Two(Gen.Choose(0, Ca.Pem.Length)).ToArbitrary(),
            cut =>
            {
                var (from, to) = cut switch { var (one, other) => (Math.Min(one, other), Math.Max(one, other)) };
                var bundle = CaBundle.Read([("ca.pem", Ca.Pem.Remove(from, to - from))]);

                return bundle.Problems.Count > 0
                    || bundle.Certificates.Single().Thumbprint == Ca.Thumbprint;
            }).QuickCheckThrowOnFailure();

    private static string TwoInOne()
    {
        byte[] both = [.. Ca.Certificate.RawData, .. Ca.Certificate.RawData];
        return $"-----BEGIN CERTIFICATE-----\n{Convert.ToBase64String(both)}\n-----END CERTIFICATE-----\n";
    }
}
