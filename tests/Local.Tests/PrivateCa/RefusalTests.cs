using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.S3.Store;
using static Infra.Local.Tests.PrivateCa.PrivateCaSteps;

namespace Infra.Local.Tests.PrivateCa;

public sealed class RefusalTests
{
    private const string UnknownCa = "arn:aws-us-gov:acm-pca:us-gov-west-1:111122223333:certificate-authority/00000000-0000-0000-0000-000000000000";

    [Theory]
    [InlineData("""{ "Enabled": false, "ExpirationInDays": 7 }""", "InvalidArgsException", "send Enabled alone")]
    [InlineData("""{ "Enabled": true, "S3BucketName": "corp-crl" }""", "InvalidArgsException", "ExpirationInDays")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7 }""", "InvalidArgsException", "S3BucketName")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 0, "S3BucketName": "x" }""", "ValidationException", "2 validation errors")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 5001, "S3BucketName": "corp-crl" }""", "ValidationException", "expirationInDays")]
    [InlineData("""{ "ExpirationInDays": 7 }""", "ValidationException", "crlConfiguration.enabled")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "S3ObjectAcl": "PRIVATE" }""", "ValidationException", "enum value set")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "CustomCname": "http://a" }""", "InvalidArgsException", "protocol prefix")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "CustomPath": "/a" }""", "ValidationException", "customPath")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl", "CustomCname": "a", "CrlDistributionPointExtensionConfiguration": { "OmitExtension": true } }""", "InvalidArgsException", "OmitExtension")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "corp-crl" }""", "ValidationException", "Permission error with your S3 bucket 'corp-crl'")]
    [InlineData("""{ "Enabled": true, "ExpirationInDays": 7, "S3BucketName": "nobodys", "S3ObjectAcl": "BUCKET_OWNER_FULL_CONTROL" }""", "ValidationException", "NoSuchBucket")]
    [InlineData("""{ "Enabled": "maybe" }""", "SerializationException", "boolean")]
    public async Task A_bad_crl_configuration_makes_no_ca(string crl, string code, string says)
    {
        await using var local = await PrivateCaFixture.StartAsync();

        var error = await Assert.ThrowsAsync<AwsException>(
            () => local.CallAsync("CreateCertificateAuthority", CreateRequest(crl: JsonNode.Parse(crl)!.AsObject())));

        Assert.Equal(code, error.Code);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Empty(local.Service.Authorities);
    }

    [Theory]
    [InlineData("s3:GetBucketAcl", true)]
    [InlineData("s3:GetBucketAcl", false)]
    [InlineData("s3:GetBucketLocation", true)]
    [InlineData("s3:PutObject", true)]
    [InlineData("s3:PutObject", false)]
    [InlineData("s3:PutObjectAcl", true)]
    [InlineData("s3:PutObjectAcl", false)]
    public async Task Both_service_and_caller_must_be_able_to_write_to_the_bucket(string action, bool deniesService)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        local.Policies.Deny(action, request => deniesService == request.Principal is Principal.Service);

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("CreateCertificateAuthority", CreateRequest()));

        Assert.Equal("ValidationException", error.Code);
        Assert.StartsWith(
            deniesService && action == "s3:GetBucketAcl"
                ? "AWS Certificate Manager Private Certificate Authority (ACM PCA) service principal 'acm-pca.amazonaws.com' requires 's3:GetBucketAcl'"
                : "Permission error with your S3 bucket",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bucket_is_tried_with_a_test_object()
    {
        await using var local = await PrivateCaFixture.StartAsync();

        await local.CallAsync("CreateCertificateAuthority", CreateRequest());

        Assert.Equal(["acm-pca-permission-test-key"], local.Bucket.Versions.Keys);
        Assert.Equal(CannedAcl.BucketOwnerFullControl, local.Bucket.FindCurrent("acm-pca-permission-test-key")!.Content!.Acl);
    }

    [Fact]
    public async Task A_bucket_under_the_key_of_s3_itself_is_closed_to_the_service()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        local.Bucket.Settings = local.Bucket.Settings with
        {
            Encryption = new ServerSideEncryption("arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/aws/s3", false),
        };

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("CreateCertificateAuthority", CreateRequest()));

        Assert.Contains("Encrypt the bucket with a key of your own", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KeyAlgorithm", "DSA", "ValidationException")]
    [InlineData("KeyAlgorithm", "RSA_2048", "InvalidArgsException")]
    [InlineData("KeyAlgorithm", "ML_DSA_65", "NotImplemented")]
    [InlineData("SigningAlgorithm", "MD5", "ValidationException")]
    [InlineData("Subject", null, "ValidationException")]
    public async Task A_bad_configuration_makes_no_ca(string member, string? value, string code)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = CreateRequest();
        request["CertificateAuthorityConfiguration"]![member] = value;

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("CreateCertificateAuthority", request));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Every_problem_of_a_request_is_reported_at_once()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = CreateRequest();
        request["CertificateAuthorityType"] = "LEAF";
        request["CertificateAuthorityConfiguration"]!["Subject"] = new JsonObject { ["Country"] = "USA", ["CommonName"] = new string('a', 65) };

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("CreateCertificateAuthority", request));

        Assert.StartsWith("4 validation errors detected", error.Message, StringComparison.Ordinal);
        Assert.Contains("'certificateAuthorityConfiguration.subject.commonName'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DescribeCertificateAuthority", UnknownCa, "ResourceNotFoundException")]
    [InlineData("DescribeCertificateAuthority", "arn:aws-us-gov:acm-pca:us-gov-west-1:111122223333:other/1", "InvalidArnException")]
    [InlineData("DescribeCertificateAuthority", "no arn", "ValidationException")]
    [InlineData("GetPolicy", UnknownCa, "NotImplemented")]
    public async Task A_wrong_arn_or_operation_is_told_apart(string operation, string arn, string code)
    {
        await using var local = await PrivateCaFixture.StartAsync();

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync(operation, Of(arn)));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task A_ca_without_certificate_neither_issues_nor_updates_nor_shows_one()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();

        var errors = new[]
        {
            await Assert.ThrowsAsync<AwsException>(() => local.IssueAsync(arn, Csr())),
            await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "ACTIVE")))),
            await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("GetCertificateAuthorityCertificate", Of(arn))),
            await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("RestoreCertificateAuthority", Of(arn))),
        };

        Assert.All(errors, error => Assert.Equal("InvalidStateException", error.Code));
    }

    [Fact]
    public async Task An_active_ca_is_not_deleted_and_a_disabled_one_issues_nothing()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();

        var deletion = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("DeleteCertificateAuthority", Of(arn)));
        await local.CallAsync("UpdateCertificateAuthority", Of(arn, ("Status", "DISABLED")));
        var issuance = await Assert.ThrowsAsync<AwsException>(() => local.IssueAsync(arn, Csr()));

        Assert.Equal("InvalidStateException", deletion.Code);
        Assert.Equal("InvalidStateException", issuance.Code);
    }

    [Theory]
    [InlineData("GENERAL_PURPOSE", 400, "ValidationException")]
    [InlineData("SHORT_LIVED_CERTIFICATE", 8, "ValidationException")]
    [InlineData("SHORT_LIVED_CERTIFICATE", 7, null)]
    public async Task No_certificate_outlives_what_its_ca_may_give(string usageMode, int days, string? code)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync(CreateRequest(usageMode: usageMode), years: 1);

        var error = await Record.ExceptionAsync(() => local.IssueAsync(arn, Csr(), value: days));

        Assert.Equal(code, (error as AwsException)?.Code);
    }

    [Theory]
    [InlineData("arn:aws:acm-pca:::template/EndEntityCertificate/V1", "InvalidArnException")]
    [InlineData("arn:aws-us-gov:acm-pca:::template/NoSuchTemplate/V1", "NotImplemented")]
    [InlineData("arn:aws-us-gov:acm-pca:::template/BlankEndEntityCertificate/V1", "NotImplemented")]
    [InlineData("arn:aws-us-gov:acm-pca:::template/RootCACertificate/V1", "MalformedCSRException")]
    public async Task A_template_that_does_not_fit_is_refused(string template, string code)
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var request = IssueRequest(local, await local.ActiveRootAsync(), Csr());
        request["TemplateArn"] = template;

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("IssueCertificate", request));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task Revoking_twice_or_what_was_never_issued_or_the_root_itself_is_refused()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var arn = await local.ActiveRootAsync();
        var (certificate, _) = await local.IssueAsync(arn, Csr());
        await local.RevokeAsync(arn, certificate);

        var twice = await Assert.ThrowsAsync<AwsException>(() => local.RevokeAsync(arn, certificate));
        var root = await Assert.ThrowsAsync<AwsException>(() => local.RevokeAsync(arn, local.Service.Find(arn)!.Installed!.Certificate));
        var unknown = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync(
            "RevokeCertificate", Of(arn, ("CertificateSerial", "ab:cd"), ("RevocationReason", "SUPERSEDED"))));

        Assert.Equal("RequestAlreadyProcessedException", twice.Code);
        Assert.Equal("InvalidRequestException", root.Code);
        Assert.Equal("ResourceNotFoundException", unknown.Code);
    }

    [Fact]
    public async Task Only_the_cas_own_certificate_in_its_right_place_is_imported()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var one = await local.ActiveRootAsync();
        var other = (await local.CallAsync("CreateCertificateAuthority", CreateRequest()))["CertificateAuthorityArn"]!.ToString();
        var pem = local.Service.Find(one)!.Installed!.Pem;

        var mismatch = await Assert.ThrowsAsync<AwsException>(() => ImportAsync(local, other, pem));
        var garbage = await Assert.ThrowsAsync<AwsException>(() => ImportAsync(local, other, "no certificate"));
        var chained = await Assert.ThrowsAsync<AwsException>(() => ImportAsync(local, one, pem, chain: pem));

        Assert.Equal("CertificateMismatchException", mismatch.Code);
        Assert.Equal("MalformedCertificateException", garbage.Code);
        Assert.Equal("InvalidRequestException", chained.Code);
    }

    [Fact]
    public async Task A_chain_that_does_not_lead_to_the_signer_is_not_imported()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        var (signer, namesake) = (await local.ActiveRootAsync(), await local.ActiveRootAsync());
        var sub = (await local.CallAsync("CreateCertificateAuthority", CreateRequest(type: "SUBORDINATE")))["CertificateAuthorityArn"]!.ToString();
        var csr = local.Service.Find(sub)!.SigningRequestPem;
        var (certificate, chain) = await local.IssueAsync(signer, csr, "SubordinateCACertificate_PathLen0", 1, "YEARS");
        var pem = certificate.ExportCertificatePem();

        var wrong = await Assert.ThrowsAsync<AwsException>(
            () => ImportAsync(local, sub, pem, chain: local.Service.Find(namesake)!.Installed!.Pem));
        var missing = await Assert.ThrowsAsync<AwsException>(() => ImportAsync(local, sub, pem));
        await ImportAsync(local, sub, pem, chain);

        Assert.Equal("MalformedCertificateException", wrong.Code);
        Assert.Equal("InvalidRequestException", missing.Code);
        Assert.Equal("ACTIVE", local.Service.Find(sub)!.StatusAt(local.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_denied_call_is_an_AccessDeniedException_of_status_400()
    {
        await using var local = await PrivateCaFixture.StartAsync();
        local.Policies.Deny("acm-pca:DescribeCertificateAuthority");

        var error = await Assert.ThrowsAsync<AwsException>(() => local.CallAsync("DescribeCertificateAuthority", Of(UnknownCa)));

        Assert.Equal(("AccessDeniedException", 400), (error.Code, error.StatusCode));
    }

    private static Task<JsonObject> ImportAsync(PrivateCaFixture local, string arn, string pem, string? chain = null) =>
        local.CallAsync(
        "ImportCertificateAuthorityCertificate",
        chain is null
            ? Of(arn, ("Certificate", Base64(pem)))
            : Of(arn, ("Certificate", Base64(pem)), ("CertificateChain", Base64(chain))));
}
