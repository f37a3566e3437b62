using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.PrivateCa;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class UpdateTests
{
    [Theory]
    [InlineData("""{ "Enabled": false, "CustomCname": "a" }""", "InvalidArgsException", "send Enabled alone")]
    [InlineData("""{ "Enabled": false, "CrlType": "COMPLETE" }""", "InvalidArgsException", "send Enabled alone")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "CustomCname": "a", "CrlDistributionPointExtensionConfiguration": { "OmitExtension": true } }""", "InvalidArgsException", "OmitExtension")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "CrlType": "DELTA" }""", "ValidationException", "COMPLETE, PARTITIONED")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "nobodys", "S3ObjectAcl": "BUCKET_OWNER_FULL_CONTROL" }""", "ValidationException", "Permission error with your S3 bucket")]
    public async Task A_refused_update_leaves_the_configuration_as_it_was(string crl, string code, string says)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var before = await DescribeAsync(local, arn);

        var error = await Assert.ThrowsAsync<AwsException>(() => ConfigureAsync(local, arn, JsonNode.Parse(crl)!));

        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await DescribeAsync(local, arn));
    }

    [Fact]
    public async Task Whoever_calls_must_be_able_to_write_to_the_bucket_too()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        local.Policies.Deny("s3:PutObject", request => request.Principal is Principal.Role);

        var error = await Assert.ThrowsAsync<AwsException>(() => ConfigureAsync(local, arn, Crl(expirationInDays: 3)));

        Assert.Equal("ValidationException", error.Code);
        Assert.StartsWith("Permission error with your S3 bucket", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Switching_crls_off_needs_no_bucket()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        local.Policies.Deny("s3:PutObject");

        await ConfigureAsync(local, arn, new JsonObject { ["Enabled"] = false });

        Assert.Contains("""{"CrlConfiguration":{"Enabled":false}""", await DescribeAsync(local, arn), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ca_without_certificate_is_in_the_wrong_state()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();

        var error = await Assert.ThrowsAsync<AwsException>(() => ConfigureAsync(local, arn, Crl()));

        Assert.Equal("InvalidStateException", error.Code);
        Assert.Contains("PENDING_CERTIFICATE", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_not_sent_stays()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("RevocationConfiguration", JsonNode.Parse(
            """{ "OcspConfiguration": { "Enabled": true, "OcspCustomCname": "ocsp.corp.example.mil" } }""")!)));

        await ConfigureAsync(local, arn, Crl(expirationInDays: 3));

        var revocation = local.Service.Find(arn)!.Revocation;
        Assert.Equal((3, "ocsp.corp.example.mil"), (revocation.Crl.ExpirationInDays, revocation.Ocsp.CustomCname));
    }

    [Fact]
    public async Task An_update_right_after_another_one_is_a_concurrent_modification()
    {
        await using var local = await PrivateCaFixture.StartAsync(new PrivateCaOptions { UpdateTime = TimeSpan.FromMinutes(1) });
        var arn = await local.ActiveRootAsync();
        await ConfigureAsync(local, arn, Crl(expirationInDays: 3));

        var error = await Assert.ThrowsAsync<AwsException>(() => ConfigureAsync(local, arn, Crl(expirationInDays: 4)));
        var meanwhile = local.Service.Find(arn)!.Revocation.Crl.ExpirationInDays;
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await ConfigureAsync(local, arn, Crl(expirationInDays: 5));

        Assert.Equal("ConcurrentModificationException", error.Code);
        Assert.Equal((3, 5), (meanwhile, local.Service.Find(arn)!.Revocation.Crl.ExpirationInDays));
    }

    private static Task<JsonObject> ConfigureAsync(PrivateCaFixture local, string arn, JsonNode crl) => local.CallAsync(
        "UpdateCertificateAuthority", Of(arn, ("RevocationConfiguration", new JsonObject { ["CrlConfiguration"] = crl })));

    private static async Task<string> DescribeAsync(PrivateCaFixture local, string arn) =>
        (await local.CallAsync("DescribeCertificateAuthority", Of(arn)))["CertificateAuthority"]!["RevocationConfiguration"]!.ToJsonString();
}
