using System.Net;
using Amazon.ACMPCA;
using Amazon.ACMPCA.Model;
using Infra.AWSSDK.ACMPCA.Tests.PrivateCa;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.ACMPCA.Tests;

public class ResponseTests
{
    [Fact]
    public async Task A_ca_is_read_with_its_times_states_and_settings()
    {
        await using var service = await FakeService.AnsweringAsync(
            """
            { "CertificateAuthority": {
                "Arn": "arn", "CreatedAt": 1795262400.5, "NotAfter": 1795262400, "Status": "ACTIVE", "Type": "ROOT",
                "UsageMode": "GENERAL_PURPOSE", "FailureReason": null, "SomethingNew": { "a": [1] },
                "CertificateAuthorityConfiguration": { "KeyAlgorithm": "RSA_2048", "Subject": { "CommonName": "Corp" } },
                "RevocationConfiguration": { "CrlConfiguration": {
                    "Enabled": true, "ExpirationInDays": 7, "CustomCname": "crl.corp.example.mil",
                    "S3ObjectAcl": "BUCKET_OWNER_FULL_CONTROL" } } } }
            """);
        using var client = service.Client();

        var response = await client.DescribeCertificateAuthorityAsync(new() { CertificateAuthorityArn = "arn" });

        var ca = response.CertificateAuthority;
        Assert.Equal(CertificateAuthorityStatus.ACTIVE, ca.Status);
        Assert.Equal(CertificateAuthorityType.ROOT, ca.Type);
        Assert.Equal(new DateTime(2026, 11, 21, 12, 0, 0, 500, DateTimeKind.Utc), ca.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, ca.NotAfter!.Value.Kind);
        Assert.Null(ca.NotBefore);
        Assert.Null(ca.FailureReason);
        Assert.Equal("Corp", ca.CertificateAuthorityConfiguration.Subject.CommonName);
        Assert.Null(ca.CertificateAuthorityConfiguration.Subject.CustomAttributes);
        Assert.Equal(7, ca.RevocationConfiguration.CrlConfiguration.ExpirationInDays);
        Assert.Null(ca.RevocationConfiguration.OcspConfiguration);
        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task A_value_that_is_not_known_yet_is_kept()
    {
        await using var service = await FakeService.AnsweringAsync("""{"CertificateAuthority":{"Status":"PAUSED"}}""");
        using var client = service.Client();

        var response = await client.DescribeCertificateAuthorityAsync(new() { CertificateAuthorityArn = "arn" });

        Assert.Equal("PAUSED", response.CertificateAuthority.Status.Value);
        Assert.True(response.CertificateAuthority.Status == "PAUSED");
    }

    [Theory]
    [InlineData("""{"__type":"ResourceNotFoundException","message":"no CA 'a1'"}""")]
    [InlineData("""{"__type":"com.amazonaws.acmpca#ResourceNotFoundException","Message":"no CA 'a1'"}""")]
    public async Task An_error_is_the_exception_of_its_code(string body)
    {
        await using var service = await FakeService.FailingAsync(400, body);
        using var client = service.Client();

        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.DescribeCertificateAuthorityAsync(new() { CertificateAuthorityArn = "arn" }));

        Assert.Equal("no CA 'a1'", error.Message);
        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(FakeService.RequestId, error.RequestId);
    }

    [Theory]
    [InlineData("CertificateMismatchException", typeof(CertificateMismatchException))]
    [InlineData("ConcurrentModificationException", typeof(ConcurrentModificationException))]
    [InlineData("InvalidArgsException", typeof(InvalidArgsException))]
    [InlineData("InvalidArnException", typeof(InvalidArnException))]
    [InlineData("InvalidPolicyException", typeof(InvalidPolicyException))]
    [InlineData("InvalidRequestException", typeof(InvalidRequestException))]
    [InlineData("InvalidStateException", typeof(InvalidStateException))]
    [InlineData("InvalidTagException", typeof(InvalidTagException))]
    [InlineData("TooManyTagsException", typeof(TooManyTagsException))]
    [InlineData("LimitExceededException", typeof(LimitExceededException))]
    [InlineData("MalformedCertificateException", typeof(MalformedCertificateException))]
    [InlineData("MalformedCSRException", typeof(MalformedCSRException))]
    [InlineData("RequestAlreadyProcessedException", typeof(RequestAlreadyProcessedException))]
    [InlineData("RequestFailedException", typeof(RequestFailedException))]
    [InlineData("RequestInProgressException", typeof(RequestInProgressException))]
    [InlineData("AccessDeniedException", typeof(AmazonACMPCAException))]
    public async Task Every_error_code_of_the_service_has_its_exception(string code, Type exception)
    {
        await using var service = await FakeService.FailingAsync(400, $$"""{"__type":"{{code}}","message":"m"}""");
        using var client = service.Client();

        var error = await Assert.ThrowsAnyAsync<AmazonACMPCAException>(
            () => client.RevokeCertificateAsync(new() { CertificateAuthorityArn = "arn" }));

        Assert.Equal(exception, error.GetType());
        Assert.Equal(code, error.ErrorCode);
    }

    [Fact]
    public async Task Tags_come_page_by_page_and_once()
    {
        await using var service = await FakeService.AnsweringAsync(
            """{"Tags":[{"Key":"a","Value":"1"}],"NextToken":"next"}""",
            """{"NextToken":""}""");
        using var client = service.Client();
        var paginator = client.Paginators.ListTags(new() { CertificateAuthorityArn = "arn" });
        var keys = new List<string>();

        await foreach (var tag in paginator.Tags)
        {
            keys.Add(tag.Key);
        }

        Assert.Equal(["a"], keys);
        Assert.Equal("next", service.Calls[1].Json.GetProperty("NextToken").GetString());
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in paginator.Responses)
            {
            }
        });
    }
}
