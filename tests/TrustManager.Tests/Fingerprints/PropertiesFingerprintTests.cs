using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Fingerprints;
using Infra.TrustManager.Settings;

namespace Infra.TrustManager.Tests.Fingerprints;

public sealed class PropertiesFingerprintTests
{
    private const string Authorities = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/";

    private const string Own = $"{Authorities}5f6e7d8c-9b0a-4123-8456-789abcdef012";

    private const string Other = $"{Authorities}00000000-9b0a-4123-8456-789abcdef012";

    private const string Pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";

    private static readonly S3Place Place = new("pki", "cas/", "111122223333");

    private static readonly DirectoryTrustProperties Properties = new()
    {
        DirectoryId = "d-0123456789",
        StateBucketName = "state-bucket",
        RotationMode = "automatic",
        OverlapDays = "7",
        DirectoryName = "managed",
        SmartCard = new PurposeProperties
        {
            Certificates = [Pem, Pem.Replace("MIIB", "MIIC", StringComparison.Ordinal)],
            OcspUrl = "http://ocsp.example.mil",
            S3Sources = [Place],
            TrustAnchors = [Pem, $"sha256:{new string('A', 64)}"],
            AllowGapFor = ["Old CA"],
        },
        Ldaps = new PurposeProperties { CertificateAuthorityArns = [Own, Other] },
    };

    private static readonly DeployedProperties Deployed = new(PropertiesFingerprint.Of(Properties.ToJson(), Own), Own);

    public static TheoryData<string, DirectoryTrustProperties> EditedProperties => new()
    {
        { "another directory", Properties with { DirectoryId = "d-9999999999" } },
        { "another name", Properties with { DirectoryName = "other" } },
        { "no overlap", Properties with { OverlapDays = "0" } },
        { "another mode", Properties with { RotationMode = "report" } },
        { "adoption", Properties with { AdoptRegistered = true } },
        { "a purpose less", Properties with { Ldaps = null } },
        { "another certificate", SmartCard(one => one with { Certificates = [Pem, Pem] }) },
        { "a certificate more", SmartCard(one => one with { Certificates = [.. one.Certificates, Pem] }) },
        { "another order", SmartCard(one => one with { Certificates = [.. one.Certificates.Reverse()] }) },
        { "another responder", SmartCard(one => one with { OcspUrl = "http://ocsp.example.com" }) },
        { "no responder", SmartCard(one => one with { OcspUrl = null }) },
        { "another bucket", SmartCard(one => one with { S3Sources = [Place with { BucketName = "other" }] }) },
        { "another prefix", SmartCard(one => one with { S3Sources = [Place with { Prefix = "" }] }) },
        { "another owner", SmartCard(one => one with { S3Sources = [Place with { BucketOwner = "444455556666" }] }) },
        { "another anchor", SmartCard(one => one with { TrustAnchors = [Pem, $"sha256:{new string('B', 64)}"] }) },
        { "an anchor more", SmartCard(one => one with { TrustAnchors = [.. one.TrustAnchors, Pem] }) },
        { "no anchor", SmartCard(one => one with { TrustAnchors = [] }) },
        { "a gap more", SmartCard(purpose => purpose with { AllowGapFor = ["Old CA", "New CA"] }) },
        { "switched off", SmartCard(purpose => purpose with { Enabled = "false" }) },
        { "a ceiling", SmartCard(purpose => purpose with { Ceiling = "3" }) },
        { "another CA", Ldaps(Own, Own) },
        { "a CA more", Ldaps(Own, Other, Other) },
        { "the own CA less", Ldaps(Other) },
    };

    [Fact]
    public void The_same_properties_have_the_same_fingerprint() => Assert.True(Deployed.Are(Properties));

    [Theory]
    [MemberData(nameof(EditedProperties))]
    public void Any_other_property_is_another_fingerprint(string edit, DirectoryTrustProperties edited) =>
        Assert.False(Deployed.Are(edited), edit);

    [Fact]
    public void The_bucket_of_the_state_is_no_part_of_it() =>
        Assert.True(Deployed.Are(Properties with { StateBucketName = "another-bucket" }));

    [Theory]
    [InlineData("""{"b":"1","a":"2"}""", """{"a":"2","b":"1"}""")]
    [InlineData("""{"a":true,"b":7}""", """{"a":"true","b":"7"}""")]
    [InlineData("""{"a":"1","b":null,"c":[]}""", """{"a":"1"}""")]
    public void What_cloudformation_does_to_properties_changes_nothing(string written, string received) =>
        Assert.Equal(Of(written), Of(received));

    [Theory]
    [InlineData("""{"a":"own"}""")]
    [InlineData("""{"a":"{\"certificateAuthority\":\"own\"}"}""")]
    public void No_text_stands_for_the_own_ca(string pretended) =>
        Assert.NotEqual(Of($$"""{"a":"{{Own}}"}"""), Of(pretended));

    [Fact]
    public void No_text_stands_for_a_certificate()
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Pem)));
        var certificate = Of($$"""{"a":{{JsonSerializer.Serialize(Pem)}}}""");

        Assert.All([hash, $"pem:{hash}"], text => Assert.NotEqual(certificate, Of($$"""{"a":"{{text}}"}""")));
    }

    [Fact]
    public void The_own_ca_is_the_same_whatever_stands_for_it() => Assert.Equal(
        PropertiesFingerprint.Of(Json("""{"a":["${Token[TOKEN.7]}"]}"""), "${Token[TOKEN.7]}"),
        PropertiesFingerprint.Of(Json($$"""{"a":["{{Own}}"]}"""), Own));

    [Theory]
    [InlineData("""["T","A"]""")]
    [InlineData("""["A","T"]""")]
    [InlineData("""["A","A"]""")]
    [InlineData("""["T","T"]""")]
    public void Where_the_own_ca_is_named_by_its_arn_too_it_is_the_same_ca(string sources)
    {
        // T: what stands for the CA at synthesis, where its ARN A is another text.
        var synthesized = PropertiesFingerprint.Of(Json($$"""{"a":{{sources}}}"""), "T");
        var received = Json($$"""{"a":{{sources.Replace('T', 'A')}}}""");

        Assert.True(PropertiesFingerprint.Matches(synthesized, received, "A"));
    }

    [Fact]
    public void A_state_that_repeats_the_own_ca_without_end_costs_one_comparison()
    {
        var many = string.Join(',', Enumerable.Repeat($"\"{Own}\"", 40));

        Assert.False(PropertiesFingerprint.Matches(Deployed.Fingerprint, Json($$"""{"a":[{{many}}]}"""), Own));
    }

    [Fact]
    public void A_function_without_a_fingerprint_does_not_start()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => DeployedProperties.Of(_ => null));

        Assert.Contains("TRUST_PROPERTIES_FINGERPRINT", failure.Message, StringComparison.Ordinal);
    }

    private static DirectoryTrustProperties SmartCard(Func<PurposeProperties, PurposeProperties> edit) =>
        Properties with { SmartCard = edit(Properties.SmartCard!) };

    private static DirectoryTrustProperties Ldaps(params string[] arns) =>
        Properties with { Ldaps = Properties.Ldaps! with { CertificateAuthorityArns = arns } };

    private static string Of(string json) => PropertiesFingerprint.Of(Json(json), Own);

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
