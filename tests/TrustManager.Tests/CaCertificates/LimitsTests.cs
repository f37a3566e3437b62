using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class LimitsTests
{
    private const int MegaByte = 1024 * 1024;

    [Fact]
    public void A_problem_in_each_line_is_counted_after_the_twentieth_and_costs_little_memory()
    {
        var text = string.Concat(Enumerable.Repeat("-----BEGIN\n", 95_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var problems = CaBundle.Read([("ca.pem", text)]).Problems;

        Assert.Equal(21, problems.Count);
        Assert.Equal("The sources have 1 more problem.", problems[20]);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * MegaByte);
    }

    [Fact]
    public void Of_the_problems_of_many_certificates_twenty_are_kept()
    {
        var servers = Enumerable.Range(0, 30)
            .Select(number => SomeCa.Root($"CA {number}", change: SomeExtensions.EndEntity).Pem);
        var bundle = CaBundle.Read([("ca.pem", string.Concat(servers))]);

        var problems = CaCertificateRules.Problems(bundle, CertificateCeiling.SmartCard);

        Assert.Equal(21, problems.Count);
        Assert.Equal("The CA certificates have 40 more problems.", problems[20]);
    }

    [Fact]
    public void All_sources_together_have_a_limit()
    {
        var half = new string(' ', (CaBundle.MaxTotalLength / 4) - 1) + "\n";
        var root = SomeCa.Root();

        var bundle = CaBundle.Read([("1", half), ("2", half), ("3", half), ("4", half), ("5", root.Pem)]);

        Assert.Contains(
            bundle.Problems,
            problem => problem.Contains("4194304 characters together (reached in 5)", StringComparison.Ordinal));
        Assert.Empty(bundle.Certificates);
    }

    [Fact]
    public void More_blocks_than_a_bundle_can_need_are_not_looked_into()
    {
        var pem = string.Concat(Enumerable.Repeat(SomeCa.Root().Pem, 401));

        Assert.Contains(
            "ca.pem holds 401 PEM blocks; at most 400 are read",
            Assert.Single(CaBundle.Read([("ca.pem", pem)]).Problems),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_larger_than_any_is_not_read()
    {
        var large = SomeCa.Root(change: SomeExtensions.Added("1.2.3.4", false, new byte[17_000]));

        Assert.Matches(
            "^ca.pem line 1: it has [0-9]{5} bytes of DER; at most 16384 are read.$",
            Assert.Single(CaBundle.Read([("ca.pem", large.Pem)]).Problems));
    }

    [Theory]
    [InlineData("x", 1021, true)]
    [InlineData("x", 1022, false)]
    [InlineData("\u0001", 200, false)]
    public void A_name_longer_than_any_CA_has_is_not_read(string letter, int count, bool isRead)
    {
        var name = string.Concat(Enumerable.Repeat(letter, count));
        var (named, below) = (SomeCa.Root(name), SomeCa.Root(name).Issue("Below"));

        var problems = CaBundle.Read([("ca.pem", named.Pem + below.Pem)]).Problems;

        Assert.Equal(isRead ? 0 : 2, problems.Count);
        Assert.All(problems, problem => Assert.Matches(
            "^ca.pem line [0-9]+: its (subject|issuer) has [0-9]{4} characters as it is shown; at most 1024 are read", problem));
    }

    [Theory]
    [InlineData(1024, "has an RSA key of 1024 bits; allowed are 2048 to 8192")]
    [InlineData(2047, "has an RSA key of 2047 bits")]
    [InlineData(16384, "has an RSA key of 16384 bits")]
    public void RSA_keys_that_are_too_short_or_too_long_are_refused(int bits, string problem) =>
        Assert.Contains(problem, Assert.Single(ProblemsOf(WithKey(RsaKey(bits, [1, 0, 1])))), StringComparison.Ordinal);

    [Theory]
    [InlineData(2048)]
    [InlineData(8192)]
    public void RSA_keys_that_CAs_use_are_taken(int bits) => Assert.DoesNotContain(
        ProblemsOf(WithKey(RsaKey(bits, [1, 0, 1]))),
        problem => problem.Contains("key", StringComparison.Ordinal));

    [Fact]
    public void A_long_public_exponent_is_refused() =>
        Assert.Contains(
            "a public exponent of 65 bits; allowed are up to 64",
            Assert.Single(ProblemsOf(WithKey(RsaKey(2048, [1, 0, 0, 0, 0, 0, 0, 0, 1])))),
            StringComparison.Ordinal);

    [Fact]
    public void Signatures_of_keys_that_are_too_long_are_not_checked()
    {
        var issuer = ParsedCertificate.FromDer(WithKey(RsaKey(16384, [1, 0, 1])).RawData);

        Assert.Null(IssuerSignature.Verifies(issuer, issuer));
    }

    [Fact]
    public void Of_more_certificates_than_the_directory_takes_no_issuers_are_looked_for()
    {
        var chain = SomeCa.Chain();

        var bundle = CaBundle.Read([("ca.pem", string.Concat(chain.Select(ca => ca.Pem)))], ceiling: 2);

        Assert.All(bundle.Certificates, certificate => Assert.Null(certificate.IssuerThumbprint));
        Assert.StartsWith(
            "3 CA certificates are given",
            Assert.Single(CaCertificateRules.Problems(bundle, 2)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_can_be_cancelled() =>
        Assert.Throws<OperationCanceledException>(() => CaBundle.Read(
            [("ca.pem", SomeCa.Root().Pem)], cancellationToken: new CancellationToken(canceled: true)));

    [Fact]
    public void A_signature_is_checked_once_and_no_more_often_than_allowed()
    {
        var (root, other) = (SomeCa.Root(), SomeCa.Root("Other"));
        var (issuing, late) = (Parsed(root.Issue("Issuing")), Parsed(root.Issue("Late")));
        var checks = new SignatureChecks(2, CancellationToken.None);

        bool?[] results =
        [
            checks.Verifies(Parsed(root), issuing),
            checks.Verifies(Parsed(root.Renewed()), issuing),
            checks.Verifies(Parsed(other), issuing),
            checks.Verifies(Parsed(root), issuing),
        ];

        Assert.Equal([true, true, false, true], results);
        Assert.False(checks.IsExhausted);
        Assert.Null(checks.Verifies(Parsed(root), late));
        Assert.True(checks.IsExhausted);
    }

    private static ParsedCertificate Parsed(SomeCa ca) => ParsedCertificate.FromDer(ca.Certificate.RawData);

    private static IReadOnlyList<string> ProblemsOf(X509Certificate2 certificate) => CaCertificateRules.Problems(
        CaBundle.Read([("ca.pem", certificate.ExportCertificatePem())]), CertificateCeiling.Ldaps);

    private static PublicKey RsaKey(int bits, byte[] exponent)
    {
        var modulus = new byte[(bits + 7) / 8];
        RandomNumberGenerator.Fill(modulus);
        modulus[0] = (byte)(1 << ((bits - 1) % 8));
        modulus[^1] |= 1;
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(modulus);
            writer.WriteIntegerUnsigned(exponent);
        }

        var rsa = new Oid("1.2.840.113549.1.1.1");
        return new PublicKey(rsa, new AsnEncodedData(rsa, [5, 0]), new AsnEncodedData(rsa, writer.Encode()));
    }

    /// <summary>Names itself as its issuer; the private key does not exist, so that another key signed it.</summary>
    private static X509Certificate2 WithKey(PublicKey key)
    {
        var request = new CertificateRequest(new X500DistinguishedName("CN=Key"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.Create(
            request.SubjectName, SomeKey.P256().Signer, SomeCa.From, SomeCa.From.AddDays(900), [1, 2, 3]);
    }
}
