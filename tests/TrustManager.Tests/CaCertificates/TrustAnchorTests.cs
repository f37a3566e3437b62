using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Infra.TrustManager.CaCertificates;

namespace Infra.TrustManager.Tests.CaCertificates;

public sealed class TrustAnchorTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_certificate_is_read_back_from_its_own_text()
    {
        var ca = CaOf(SomeCa.Root().Pem);

        var anchor = Read(TrustAnchor.Of(ca).Text, out var problems);

        Assert.Empty(problems);
        Assert.Equal(TrustAnchor.Of(ca), anchor);
    }

    [Fact]
    public void A_thumbprint_is_read_back_from_its_own_text()
    {
        var pinned = new TrustAnchor(SomeCa.Root().Thumbprint, null);

        Assert.Equal(pinned, Read(pinned.Text, out _));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256:")]
    [InlineData("sha256:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")]
    [InlineData("sha256: 0112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF0")]
    [InlineData("sha1:00112233445566778899AABBCCDDEEFF00112233")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Any_other_text_is_a_problem_that_names_its_place(string? text)
    {
        Assert.Null(Read(text, out var problems));
        Assert.StartsWith("Here must be one certificate in PEM", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_certificates_in_one_text_are_refused()
    {
        Assert.Null(Read(SomeCa.Root("A").Pem + SomeCa.Root("B").Pem, out var problems));
        Assert.Single(problems);
    }

    [Theory]
    [InlineData("nistP256", null)]
    [InlineData("nistP384", null)]
    [InlineData("nistP521", null)]
    [InlineData("brainpoolP256r1", "has a key on the curve 1.3.36.3.3.2.8.1.1.7; allowed are P-256, P-384 or P-521")]
    public void An_elliptic_curve_is_one_of_those_of_nist(string curve, string? problem)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));

        ExpectProblem(problem, new CertificateRequest("CN=Root", key, HashAlgorithmName.SHA256));
    }

    [Theory]
    [InlineData(1024, "has an RSA key of 1024 bits")]
    [InlineData(2048, null)]
    [InlineData(3072, null)]
    public void An_RSA_key_has_at_least_2048_bits(int bits, string? problem)
    {
        using var key = RSA.Create(bits);

        ExpectProblem(
            problem, new CertificateRequest("CN=Root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Theory]
    [InlineData(8192, null)]
    [InlineData(16384, "has an RSA key of 16384 bits")]
    public void An_RSA_key_has_at_most_8192_bits(int bits, string? problem)
    {
        var modulus = new byte[bits / 8];
        (modulus[0], modulus[^1]) = (0x80, 0x01);
        using var large = RSA.Create(new RSAParameters { Modulus = modulus, Exponent = [1, 0, 1] });
        using var issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(
            new X500DistinguishedName("CN=Large"), new PublicKey(large), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));

        using var certificate = request.Create(
            request.SubjectName, X509SignatureGenerator.CreateForECDsa(issuer), From, From.AddYears(20), [1]);

        ExpectProblem(problem, certificate);
    }

    [Fact]
    public void What_is_no_CA_or_may_not_sign_certificates_vouches_for_nothing()
    {
        var server = SomeCa.Root(change: request =>
        {
            request.CertificateExtensions.Clear();
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        });

        Assert.Null(Read(server.Pem, out var problems));
        Assert.Equal(2, problems.Count);
        Assert.Contains("CA:TRUE", problems[0], StringComparison.Ordinal);
        Assert.Contains("without KeyCertSign", problems[1], StringComparison.Ordinal);
    }

    private static void ExpectProblem(string? expected, CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        using var certificate = request.CreateSelfSigned(From, From.AddYears(20));
        ExpectProblem(expected, certificate);
    }

    private static void ExpectProblem(string? expected, X509Certificate2 certificate)
    {
        var problem = Assert.Single(
            TrustAnchorRules.Problems(CaOf(certificate.ExportCertificatePem())).DefaultIfEmpty());

        Assert.Equal(expected is null, problem is null);
        Assert.StartsWith(expected ?? "", problem ?? "", StringComparison.Ordinal);
    }

    private static CaCertificate CaOf(string pem) => Assert.Single(CaBundle.Read([("Here", pem)]).Certificates);

    private static TrustAnchor? Read(string? text, out List<string> problems)
    {
        problems = [];
        return TrustAnchor.Read("Here", text, problems);
    }
}
