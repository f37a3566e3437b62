using Amazon.DirectoryService;
using Amazon.DirectoryService.Model;
using Infra.AWSSDK.DirectoryService.Tests.Directories;
using Infra.AwsClient.Tests;

namespace Infra.AWSSDK.DirectoryService.Tests;

public class RequestTests
{
    [Fact]
    public async Task A_request_is_signed_and_names_its_operation()
    {
        await using var service = await FakeService.AnsweringAsync("{}");
        using var client = service.Client();

        await client.ListCertificatesAsync(new() { DirectoryId = Some.DirectoryId });

        var call = Assert.Single(service.Calls);
        Assert.Equal(("POST", "/"), (call.Method, call.Path));
        Assert.Equal("DirectoryService_20150416.ListCertificates", call.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", call.Headers["Content-Type"]);
        Assert.Equal("2015-04-16", call.Headers["x-amz-api-version"]);
        Assert.Equal("session", call.Headers["x-amz-security-token"]);
        Assert.Contains("/us-gov-west-1/ds/aws4_request", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("x-amz-target", call.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal($$"""{"DirectoryId":"{{Some.DirectoryId}}"}""", call.Body);
    }

    [Fact]
    public async Task A_certificate_is_registered_with_its_type_and_ocsp_url()
    {
        const string Pem = "-----BEGIN CERTIFICATE-----\nMIIB+/8=\n-----END CERTIFICATE-----\n";
        await using var service = await FakeService.AnsweringAsync(
            $$"""{"CertificateId":"{{Some.CertificateId}}"}""");
        using var client = service.Client();

        var response = await client.RegisterCertificateAsync(new()
        {
            DirectoryId = Some.DirectoryId,
            CertificateData = Pem,
            Type = CertificateType.ClientCertAuth,
            ClientCertAuthSettings = new() { OCSPUrl = "http://ocsp.corp.example.mil" },
        });

        var json = Assert.Single(service.Calls).Json;
        Assert.Equal(Pem, json.GetProperty("CertificateData").GetString());
        Assert.Equal("ClientCertAuth", json.GetProperty("Type").GetString());
        Assert.Equal(
            """{"OCSPUrl":"http://ocsp.corp.example.mil"}""", json.GetProperty("ClientCertAuthSettings").GetRawText());
        Assert.Equal(Some.CertificateId, response.CertificateId);
    }

    [Fact]
    public async Task What_is_null_is_not_sent_and_what_is_empty_is()
    {
        await using var service = await FakeService.AnsweringAsync("{}", "{}", "{}");
        using var client = service.Client();

        await client.RegisterCertificateAsync(
            new() { DirectoryId = Some.DirectoryId, CertificateData = "pem", ClientCertAuthSettings = new() });
        await client.DescribeDirectoriesAsync(new DescribeDirectoriesRequest { DirectoryIds = [], Limit = 0 });
        await client.DescribeDirectoriesAsync();

        Assert.Equal(
            [
                $$$"""{"DirectoryId":"{{{Some.DirectoryId}}}","CertificateData":"pem","ClientCertAuthSettings":{}}""",
                """{"DirectoryIds":[],"Limit":0}""",
                "{}",
            ],
            service.Calls.Select(call => call.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task An_operation_without_output_takes_an_empty_body_and_an_empty_object(string body)
    {
        await using var service = await FakeService.AnsweringAsync(body, body, body, body, body);
        using var client = service.Client();

        await client.EnableClientAuthenticationAsync(new() { DirectoryId = Some.DirectoryId, Type = "SmartCard" });
        await client.DisableClientAuthenticationAsync(new() { DirectoryId = Some.DirectoryId, Type = "SmartCard" });
        await client.EnableLDAPSAsync(new() { DirectoryId = Some.DirectoryId, Type = LDAPSType.Client });
        await client.DisableLDAPSAsync(new() { DirectoryId = Some.DirectoryId, Type = LDAPSType.Client });
        var response = await client.DeregisterCertificateAsync(
            new() { DirectoryId = Some.DirectoryId, CertificateId = Some.CertificateId });

        Assert.Equal(FakeService.RequestId, response.ResponseMetadata.RequestId);
        Assert.Equal(
            [
                ("EnableClientAuthentication", $$"""{"DirectoryId":"{{Some.DirectoryId}}","Type":"SmartCard"}"""),
                ("DisableClientAuthentication", $$"""{"DirectoryId":"{{Some.DirectoryId}}","Type":"SmartCard"}"""),
                ("EnableLDAPS", $$"""{"DirectoryId":"{{Some.DirectoryId}}","Type":"Client"}"""),
                ("DisableLDAPS", $$"""{"DirectoryId":"{{Some.DirectoryId}}","Type":"Client"}"""),
                (
                    "DeregisterCertificate",
                    $$"""{"DirectoryId":"{{Some.DirectoryId}}","CertificateId":"{{Some.CertificateId}}"}"""),
            ],
            service.Calls.Select(call => (call.Headers["X-Amz-Target"].Split('.')[1], call.Body)));
    }
}
