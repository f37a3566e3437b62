using System.Text;
using System.Text.Json.Nodes;
using Amazon.ACMPCA;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.CertificateAuthorities;

public sealed class AcmPrivateCaTests
{
    private readonly List<(string Operation, JsonObject Body)> _received = [];
    private int _status = 200;
    private string _answer = "{}";

    [Fact]
    public async Task A_described_CA_is_read_with_all_its_settings()
    {
        _answer = """
            {"CertificateAuthority":{"Status":"ACTIVE","CertificateAuthorityConfiguration":{"SigningAlgorithm":"SHA256WITHRSA"},
             "RevocationConfiguration":{"CrlConfiguration":{"Enabled":true,"ExpirationInDays":30,"CustomCname":"c.example","S3BucketName":"b",
             "S3ObjectAcl":"BUCKET_OWNER_FULL_CONTROL","CrlDistributionPointExtensionConfiguration":{"OmitExtension":false},
             "CrlType":"PARTITIONED","CustomPath":"p"},"OcspConfiguration":{"Enabled":true,"OcspCustomCname":"o.example"}}}}
            """;

        var ca = await AskAsync(privateCa => privateCa.DescribeAsync(Some.Ca, CancellationToken.None));

        Assert.Equal(CaStatus.Active, ca.Status);
        Assert.Equal("SHA256WITHRSA", ca.SigningAlgorithm);
        Assert.Equal(
            new RevocationSettings(
                new CrlSettings
                {
                    Enabled = true, ExpirationInDays = 30, CustomCname = "c.example", S3BucketName = "b",
                    S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL", OmitExtension = false, CrlType = "PARTITIONED", CustomPath = "p",
                },
                new OcspSettings(true, "o.example")),
            ca.Revocation);
    }

    [Fact]
    public async Task A_CA_without_revocation_settings_has_them_off()
    {
        _answer = """{"CertificateAuthority":{"Status":"ACTIVE","CertificateAuthorityConfiguration":{"SigningAlgorithm":"SHA256WITHRSA"}}}""";

        var ca = await AskAsync(privateCa => privateCa.DescribeAsync(Some.Ca, CancellationToken.None));

        Assert.Equal(new RevocationSettings(CrlSettings.Disabled, null), ca.Revocation);
    }

    [Fact]
    public async Task Both_parts_of_the_settings_are_sent()
    {
        await ConfigureAsync(new RevocationSettings(Some.OurCrl, Some.Ocsp));

        var (operation, body) = Assert.Single(_received);
        Assert.Equal("ACMPrivateCA.UpdateCertificateAuthority", operation);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"CrlConfiguration":{"Enabled":true,"ExpirationInDays":7,"CustomCname":"crl.corp.example.mil","S3BucketName":"crl-bucket",
                 "S3ObjectAcl":"BUCKET_OWNER_FULL_CONTROL","CrlType":"COMPLETE"},
                 "OcspConfiguration":{"Enabled":true,"OcspCustomCname":"ocsp.example.mil"}}
                """),
            body["RevocationConfiguration"]));
        Assert.False(body.ContainsKey("Status"));
    }

    [Fact]
    public async Task Settings_that_are_off_are_sent_as_that_and_nothing_else()
    {
        await ConfigureAsync(new RevocationSettings(CrlSettings.Disabled, new OcspSettings(false)));

        Assert.Equal(
            """{"CrlConfiguration":{"Enabled":false},"OcspConfiguration":{"Enabled":false}}""",
            Assert.Single(_received).Body["RevocationConfiguration"]!.ToJsonString());
    }

    [Fact]
    public async Task Ocsp_settings_that_the_CA_does_not_have_are_not_sent()
    {
        await ConfigureAsync(new RevocationSettings(Some.OurCrl, null));

        Assert.False(Assert.Single(_received).Body["RevocationConfiguration"]!.AsObject().ContainsKey("OcspConfiguration"));
    }

    [Fact]
    public async Task An_order_is_sent_whole()
    {
        _answer = """{"CertificateArn":"arn:certificate"}""";
        var order = new CertificateOrder(Some.Csr, Some.Ca.TemplateArn("EndEntityCertificate"), "SHA256WITHECDSA", ValidityPeriod.Days(1), "token");

        var arn = await AskAsync(privateCa => privateCa.IssueAsync(Some.Ca, order, CancellationToken.None));

        var body = Assert.Single(_received).Body;
        Assert.Equal("arn:certificate", arn);
        Assert.Equal(Some.Csr, Encoding.UTF8.GetString(Convert.FromBase64String(body["Csr"]!.GetValue<string>())));
        Assert.Equal("""{"Value":1,"Type":"DAYS"}""", body["Validity"]!.ToJsonString());
        Assert.Equal("token", body["IdempotencyToken"]!.GetValue<string>());
        Assert.False(body.AsObject().ContainsKey("ApiPassthrough"));
    }

    [Fact]
    public async Task Extensions_of_an_order_are_sent_as_custom_extensions()
    {
        _answer = """{"CertificateArn":"arn:certificate"}""";
        var order = new CertificateOrder(Some.Csr, "arn:template", "SHA256WITHECDSA", ValidityPeriod.Days(1), "token")
        {
            Extensions = [new CarriedExtension("2.5.29.30", IsCritical: true, "MAA=")],
        };

        await AskAsync(privateCa => privateCa.IssueAsync(Some.Ca, order, CancellationToken.None));

        Assert.Equal(
            """{"Extensions":{"CustomExtensions":[{"ObjectIdentifier":"2.5.29.30","Value":"MAA=","Critical":true}]}}""",
            Assert.Single(_received).Body["ApiPassthrough"]!.ToJsonString());
    }

    [Fact]
    public async Task A_certificate_is_imported_with_its_chain()
    {
        await AskAsync(async privateCa =>
        {
            await privateCa.ImportAsync(Some.Ca, new CertificateAndChain("certificate", "chain"), CancellationToken.None);
            return true;
        });

        var body = Assert.Single(_received).Body;
        Assert.Equal(Convert.ToBase64String("certificate"u8), body["Certificate"]!.GetValue<string>());
        Assert.Equal(Convert.ToBase64String("chain"u8), body["CertificateChain"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(400, "ResourceNotFoundException", "gone", ServiceFailure.NotFound)]
    [InlineData(400, "InvalidStateException", "state", ServiceFailure.InvalidState)]
    [InlineData(400, "ConcurrentModificationException", "busy", ServiceFailure.ConcurrentModification)]
    [InlineData(400, "RequestInProgressException", "soon", ServiceFailure.InProgress)]
    [InlineData(400, "AccessDeniedException", "not authorized", ServiceFailure.Denied)]
    [InlineData(400, "ThrottlingException", "Rate exceeded", ServiceFailure.Throttled)]
    [InlineData(400, "ValidationException", "Permission error with your S3 bucket.", ServiceFailure.BucketPermission)]
    [InlineData(400, "ValidationException", "ACM PCA requires 's3:GetBucketAcl' permissions", ServiceFailure.BucketPermission)]
    [InlineData(400, "ValidationException", "2 validation errors detected", ServiceFailure.Rejected)]
    [InlineData(400, "InvalidArgsException", "args", ServiceFailure.Rejected)]
    [InlineData(500, "InternalFailure", "oops", ServiceFailure.Unavailable)]
    public async Task Errors_of_the_service_are_told_apart(int status, string code, string message, ServiceFailure failure)
    {
        (_status, _answer) = (status, $$"""{"__type":"{{code}}","message":"{{message}}"}""");

        var error = await Assert.ThrowsAsync<ServiceException>(() => ConfigureAsync(new RevocationSettings(Some.OurCrl, null)));

        Assert.Equal(failure, error.Failure);
        Assert.Contains("acm-pca:UpdateCertificateAuthority", error.Message, StringComparison.Ordinal);
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_trouble_that_may_pass()
    {
        _status = 0;

        var error = await Assert.ThrowsAsync<ServiceException>(() => ConfigureAsync(new RevocationSettings(Some.OurCrl, null)));

        Assert.Equal(ServiceFailure.Unavailable, error.Failure);
    }

    [Fact]
    public async Task A_cancelled_call_stays_cancelled() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(
            privateCa => privateCa.DescribeAsync(Some.Ca, new CancellationToken(canceled: true))));

    private Task<bool> ConfigureAsync(RevocationSettings settings) => AskAsync(async privateCa =>
    {
        await privateCa.ConfigureRevocationAsync(Some.Ca, settings, CancellationToken.None);
        return true;
    });

    private async Task<T> AskAsync<T>(Func<IPrivateCa, Task<T>> question)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var body = await JsonNode.ParseAsync(context.Request.Body);
            _received.Add((context.Request.Headers["X-Amz-Target"].ToString(), body!.AsObject()));
            if (_status == 0)
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = _status;
            context.Response.ContentType = "application/x-amz-json-1.1";
            await context.Response.WriteAsync(_answer);
        });
        var config = new AmazonACMPCAConfig { ServiceURL = server.Url.ToString(), AuthenticationRegion = "us-gov-west-1", MaxErrorRetry = 0 };
        using var client = new AmazonACMPCAClient("key", "secret", config);
        return await question(new AcmPrivateCa(client));
    }
}
