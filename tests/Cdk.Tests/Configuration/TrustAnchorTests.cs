using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Cdk.Configuration;
using Infra.Cdk.Configuration.Directories;

namespace Infra.Cdk.Tests.Configuration;

/// <summary>What may vouch for the certificates of a bucket, in an environment with smart cards.</summary>
public sealed class TrustAnchorTests
{
    private const string List = "directories[0].smartCard.trustAnchors";

    private const string Sha256 = "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";

    private const string Existing = "certificates/local-ldaps.pem";

    private static string Pem => File.ReadAllText(Path.Combine(Some.RepositoryFolder, "environments", Existing));

    private static string Thumbprint
    {
        get
        {
            using var certificate = X509Certificate2.CreateFromPem(Pem);
            return certificate.GetCertHashString(HashAlgorithmName.SHA256);
        }
    }

    public static TheoryData<string, string, string> Refused => new()
    {
        { "{}", List, "a list" },
        { "[{}]", $"{List}[0]", "0 members" },
        { $$"""[{ "pemFile": "{{Existing}}", "sha256": "{{Sha256}}" }]""", $"{List}[0]", "2 members" },
        { """[{ "sha1": "00" }]""", $"{List}[0].sha1", "\"00\"" },
        { """[{ "pemFile": "../local.json" }]""", $"{List}[0].pemFile", "../local.json" },
        { """[{ "pemFile": "certificates/nowhere.pem" }]""", $"{List}[0].pemFile", "no such file" },
        { """[{ "sha256": "00112233445566778899AABBCCDDEEFF00112233" }]""", $"{List}[0].sha256", "SHA-1" },
        { $$"""[{ "sha256": "{{Sha256}}00" }]""", $"{List}[0].sha256", "64 hexadecimal digits" },
        { $$"""[{ "sha256": "sha256:{{Sha256}}" }]""", $"{List}[0].sha256", "64 hexadecimal digits" },
        {
            $$"""[{ "sha256": "{{Sha256}}" }, { "sha256": "{{Sha256.ToLowerInvariant()}}" }]""",
            $"{List}[1].sha256",
            $"{List}[0].sha256 pins it already"
        },
        {
            $$"""[{ "sha256": "{{Thumbprint}}" }, { "pemFile": "{{Existing}}" }]""",
            $"{List}[1].pemFile",
            $"{List}[0].sha256 pins it already"
        },
        { "[]", List, "Pin the CA below which the CAs in that bucket are issued" },
    };

    public static TheoryData<string, string> Unfit => new()
    {
        { Made("Server", isCa: false), "CA:TRUE" },
        { Made("No signing", usages: X509KeyUsageFlags.CrlSign), "without KeyCertSign" },
        { Made("Small", key: RSA.Create(1024)), "an RSA key of 1024 bits" },
        { Made("Curve", key: ECDsa.Create(ECCurve.CreateFromFriendlyName("brainpoolP256r1"))), "P-384 or P-521" },
        { "no certificate", "contains no certificate" },
        { "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "damaged" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Each_problem_is_reported_once_at_its_place(string anchors, string path, string said)
    {
        var problem = Assert.Single(ProblemsWith(anchors));

        Assert.Equal(path, problem.Path);
        Assert.Contains(said, problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unfit))]
    public void A_file_holds_only_certificates_that_can_vouch_for_others(string pem, string said)
    {
        var problem = Assert.Single(ProblemsWith("""[{ "pemFile": "certificates/chosen.pem" }]""", pem));

        Assert.Equal($"{List}[0].pemFile", problem.Path);
        Assert.Contains("environments/certificates/chosen.pem", problem.Next, StringComparison.Ordinal);
        Assert.Contains(said, problem.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void More_anchors_than_twenty_are_refused_however_few_files_hold_them()
    {
        var pem = string.Concat(Enumerable.Range(0, 20).Select(i => Made($"Root {i}")));

        var problem = Assert.Single(ProblemsWith(
            $$"""[{ "pemFile": "certificates/chosen.pem" }, { "sha256": "{{Sha256}}" }]""", pem));

        Assert.Equal((List, "21 anchors"), (problem.Path, problem.Found));
    }

    [Fact]
    public void Each_certificate_of_a_file_is_an_anchor()
    {
        var anchors = AnchorsOf("""[{ "pemFile": "certificates/chosen.pem" }]""", Made("One") + Made("Two"));

        Assert.Equal(["One", "Two"], anchors.Anchors.Select(anchor => anchor.Certificate!.CommonName).Order());
    }

    [Theory]
    [InlineData(Sha256)]
    [InlineData("00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF")]
    [InlineData(
        "\u200e00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff 00 11 22 33 44 55 66 77 88 99 aa bb cc dd ee ff")]
    [InlineData(
        "sha256 Fingerprint="
        + "00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF:00:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF")]
    public void A_thumbprint_is_accepted_as_tools_print_it(string text)
    {
        var anchor = Assert.Single(AnchorsOf($$"""[{ "sha256": "{{text}}" }]""").Anchors);

        Assert.Equal($"sha256:{Sha256}", anchor.Text);
    }

    [Fact]
    public void An_anchor_of_one_purpose_is_none_of_another()
    {
        var rotation = Some.Environments.Read("local-rotation").Directories[0];

        Assert.Empty(rotation.SmartCard!.Anchors.Anchors.Intersect(rotation.Ldaps!.Anchors.Anchors));
    }

    [Theory]
    [InlineData("2024-06-01", "is valid only from 2025-01-01")]
    [InlineData("2055-06-01", "expired on 2055-01-01")]
    public void An_anchor_that_is_not_valid_now_is_a_warning(string today, string said)
    {
        var calm = Some.Environments.Read("example-us-gov-west-1") with { Directories = [] };
        var settings = calm with { Directories = [Some.Environments.Read("example-us-east-1").Directories[0]] };

        var warning = Assert.Single(
            settings.Warnings(DateTimeOffset.Parse(today, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Contains("trust anchor 'Example Domain Controllers Root CA'", warning, StringComparison.Ordinal);
        Assert.Contains(said, warning, StringComparison.Ordinal);
        Assert.Contains("what is registered stays", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Anchors_count_towards_what_an_event_can_carry()
    {
        var directory = Some.Environments.Read("example-us-east-1").Directories[0];
        var anchor = directory.Ldaps!.Anchors.Anchors[0];
        var large = anchor with
        {
            Certificate = anchor.Certificate! with { Pem = new string('x', InlineLimits.MaxDirectoryLength + 1) },
        };
        var settings = Some.Settings with
        {
            Directories = [directory with { Ldaps = directory.Ldaps with { Anchors = new([large], []) } }],
        };

        Assert.Equal("directories[0]", Assert.Single(settings.Problems()).Path);
    }

    private static string Made(
        string name,
        bool isCa = true,
        X509KeyUsageFlags usages = X509KeyUsageFlags.KeyCertSign,
        AsymmetricAlgorithm? key = null)
    {
        using var chosen = key ?? ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = chosen is RSA rsa
            ? new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest($"CN={name}", (ECDsa)chosen, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isCa, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usages, true));
        using var certificate = request.CreateSelfSigned(Some.Today.AddDays(-1), Some.Today.AddYears(20));
        return certificate.ExportCertificatePem() + "\n";
    }

    private static IReadOnlyCollection<SettingProblem> ProblemsWith(string anchors, string? pem = null) =>
        Assert.Throws<InvalidEnvironmentException>(() => Read(anchors, pem)).Problems;

    private static PurposeAnchors AnchorsOf(string anchors, string? pem = null) =>
        Read(anchors, pem).Directories[0].SmartCard!.Anchors;

    private static EnvironmentSettings Read(string anchors, string? pem)
    {
        var document = Some.Document();
        var smartCard = document["directories"]![0]!["smartCard"]!;
        smartCard["certificateSources"] = JsonNode.Parse("""[{ "s3": { "bucketName": "pki", "prefix": "cas/" } }]""");
        smartCard["trustAnchors"] = JsonNode.Parse(anchors);
        using var repository = new TemporaryRepository()
            .WithFile("environments/certificates/chosen.pem", pem ?? "")
            .With("edited", document);
        return repository.Environments.Read("edited");
    }
}
