using System.Text;
using Amazon.ACMPCA;
using Infra.AWSSDK.ACMPCA.Tests.PrivateCa;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.ACMPCA.Tests;

public class RequestTests
{
    private const string CaArn = "arn:aws-us-gov:acm-pca:us-gov-west-1:123456789012:certificate-authority/a1";

    [Fact]
    public async Task A_request_is_signed_and_names_its_operation()
    {
        await using var service = await FakeService.AnsweringAsync("{}");
        using var client = service.Client();

        await client.DescribeCertificateAuthorityAsync(new() { CertificateAuthorityArn = CaArn });

        var call = Assert.Single(service.Calls);
        Assert.Equal(("POST", "/"), (call.Method, call.Path));
        Assert.Equal("ACMPrivateCA.DescribeCertificateAuthority", call.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", call.Headers["Content-Type"]);
        Assert.Equal("2017-08-22", call.Headers["x-amz-api-version"]);
        Assert.Equal("session", call.Headers["x-amz-security-token"]);
        Assert.Contains("/us-gov-west-1/acm-pca/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("x-amz-target", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal($$"""{"CertificateAuthorityArn":"{{CaArn}}"}""", call.Body);
    }

    [Fact]
    public async Task What_is_null_is_not_sent_and_what_is_empty_is()
    {
        await using var service = await FakeService.AnsweringAsync("""{"CertificateAuthorityArn":"arn"}""");
        using var client = service.Client();

        var response = await client.CreateCertificateAuthorityAsync(new()
        {
            CertificateAuthorityType = CertificateAuthorityType.ROOT,
            CertificateAuthorityConfiguration = new()
            {
                KeyAlgorithm = KeyAlgorithm.EC_prime256v1,
                SigningAlgorithm = SigningAlgorithm.SHA256WITHECDSA,
                Subject = new() { CommonName = "Corp Root", CustomAttributes = [] },
            },
            RevocationConfiguration = new() { CrlConfiguration = new() { Enabled = true, ExpirationInDays = 7 } },
            UsageMode = "SHORT_LIVED_CERTIFICATE",
        });

        Assert.Equal("arn", response.CertificateAuthorityArn);
        var json = Assert.Single(service.Calls).Json;
        Assert.Equal("EC_prime256v1", json.GetProperty("CertificateAuthorityConfiguration").GetProperty("KeyAlgorithm").GetString());
        Assert.Equal("SHORT_LIVED_CERTIFICATE", json.GetProperty("UsageMode").GetString());
        Assert.Equal(
            """{"CrlConfiguration":{"Enabled":true,"ExpirationInDays":7}}""",
            json.GetProperty("RevocationConfiguration").GetRawText());
        Assert.Equal(
            """{"CommonName":"Corp Root","CustomAttributes":[]}""",
            json.GetProperty("CertificateAuthorityConfiguration").GetProperty("Subject").GetRawText());
        Assert.False(json.TryGetProperty("IdempotencyToken", out _));
        Assert.False(json.TryGetProperty("Tags", out _));
    }

    [Fact]
    public async Task A_blob_is_sent_whole_wherever_its_position_is()
    {
        await using var service = await FakeService.AnsweringAsync("""{"CertificateArn":"arn"}""");
        using var client = service.Client();
        var csr = new MemoryStream(Encoding.UTF8.GetBytes("-----BEGIN CERTIFICATE REQUEST-----")) { Position = 7 };

        await client.IssueCertificateAsync(new()
        {
            CertificateAuthorityArn = CaArn,
            Csr = csr,
            SigningAlgorithm = SigningAlgorithm.SHA256WITHRSA,
            Validity = new() { Type = ValidityPeriodType.DAYS, Value = 7 },
        });

        var json = Assert.Single(service.Calls).Json;
        Assert.Equal(csr.ToArray(), json.GetProperty("Csr").GetBytesFromBase64());
        Assert.Equal("""{"Value":7,"Type":"DAYS"}""", json.GetProperty("Validity").GetRawText());
    }

    [Fact]
    public async Task Tags_are_added_and_removed_as_pairs()
    {
        await using var service = await FakeService.AnsweringAsync(string.Empty, string.Empty);
        using var client = service.Client();

        await client.TagCertificateAuthorityAsync(
            new() { CertificateAuthorityArn = CaArn, Tags = [new() { Key = "k", Value = "v" }] });
        await client.UntagCertificateAuthorityAsync(
            new() { CertificateAuthorityArn = CaArn, Tags = [new() { Key = "k", Value = "v" }] });

        Assert.All(
            service.Calls,
            call => Assert.Equal("""[{"Key":"k","Value":"v"}]""", call.Json.GetProperty("Tags").GetRawText()));
        Assert.Equal(
            ["ACMPrivateCA.TagCertificateAuthority", "ACMPrivateCA.UntagCertificateAuthority"],
            service.Calls.Select(call => call.Headers["X-Amz-Target"]));
    }

    [Fact]
    public async Task An_operation_without_output_takes_an_empty_answer()
    {
        await using var service = await FakeService.AnsweringAsync(string.Empty, string.Empty, string.Empty);
        using var client = service.Client();

        await client.UpdateCertificateAuthorityAsync(new() { CertificateAuthorityArn = CaArn, Status = "DISABLED" });
        await client.RevokeCertificateAsync(
            new() { CertificateAuthorityArn = CaArn, CertificateSerial = "01", RevocationReason = RevocationReason.SUPERSEDED });
        var response = await client.ImportCertificateAuthorityCertificateAsync(
            new() { CertificateAuthorityArn = CaArn, Certificate = new MemoryStream([1]) });

        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(3, service.Calls.Count);
    }
}
