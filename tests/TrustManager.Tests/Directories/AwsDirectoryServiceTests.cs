using System.Text.Json.Nodes;
using Amazon.DirectoryService;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace Infra.TrustManager.Tests.Directories;

public sealed class AwsDirectoryServiceTests
{
    private const string Id = "d-0123456789";
    private const string CertificateId = "c-0123456789";

    private readonly List<(string Operation, JsonObject Body)> _received = [];
    private readonly Queue<(int Status, string Body)> _answers = new();

    [Fact]
    public async Task A_directory_is_described()
    {
        Answer($$"""{"DirectoryDescriptions":[{"DirectoryId":"{{Id}}","Name":"corp.example.mil","Type":"ADConnector","Stage":"Active"}]}""");

        var facts = await AskAsync(directories => directories.FindAsync(Id, CancellationToken.None));

        Assert.Equal(new DirectoryFacts(Id, "corp.example.mil", "ADConnector", "Active"), facts);
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_null()
    {
        Fail("EntityDoesNotExistException");

        Assert.Null(await AskAsync(directories => directories.FindAsync(Id, CancellationToken.None)));
    }

    [Fact]
    public async Task Certificates_are_listed_over_all_pages()
    {
        Answer("""{"CertificatesInfo":[{"CertificateId":"c-1","CommonName":"Root","State":"Registered","ExpiryDateTime":1.8E9,"Type":"ClientCertAuth"}],"NextToken":"n"}""");
        Answer("""{"CertificatesInfo":[{"CertificateId":"c-2","CommonName":"Old","State":"Deregistered","ExpiryDateTime":1800000000},{"CertificateId":"c-3","State":"Registered","Type":"New"}]}""");

        var certificates = await AskAsync(directories => directories.ListCertificatesAsync(Id, CancellationToken.None));

        var expires = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        Assert.Equal(
            [
                new RegisteredCertificate("c-1", CertificatePurpose.SmartCard, "Root", expires, RegistrationState.Registered),
                new RegisteredCertificate("c-2", CertificatePurpose.Ldaps, "Old", expires, RegistrationState.Deregistering),
            ],
            certificates);
        Assert.Equal("n", _received[1].Body["NextToken"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_certificate_is_described_with_its_reason_and_OCSP_URL()
    {
        Answer("""{"Certificate":{"CertificateId":"c-1","CommonName":"Root","State":"RegisterFailed","StateReason":"Why","ExpiryDateTime":1800000000,"Type":"ClientCertAuth","ClientCertAuthSettings":{"OCSPUrl":"http://ocsp.example.mil"}}}""");

        var certificate = await AskAsync(
            directories => directories.FindCertificateAsync(Id, CertificateId, CancellationToken.None));

        Assert.Equal((RegistrationState.RegisterFailed, "Why", "http://ocsp.example.mil"), (certificate!.State, certificate.StateReason, certificate.OcspUrl));
    }

    [Fact]
    public async Task A_name_that_would_break_a_line_is_listed_as_certificates_show_it()
    {
        Answer("""{"CertificatesInfo":[{"CertificateId":"c-1","CommonName":"A\nB","State":"Registered","Type":"ClientLDAPS"}]}""");

        var certificates = await AskAsync(directories => directories.ListCertificatesAsync(Id, CancellationToken.None));

        Assert.Equal("A\\u000aB", Assert.Single(certificates).CommonName);
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_null_and_deregistered_already()
    {
        Fail("CertificateDoesNotExistException");
        Fail("CertificateDoesNotExistException");

        Assert.Null(await AskAsync(directories => directories.FindCertificateAsync(Id, CertificateId, CancellationToken.None)));
        await DoAsync(directories => directories.DeregisterAsync(Id, CertificateId, CancellationToken.None));
    }

    [Theory]
    [InlineData(CertificatePurpose.SmartCard, "http://ocsp.example.mil", """{"CertificateData":"pem","ClientCertAuthSettings":{"OCSPUrl":"http://ocsp.example.mil"},"DirectoryId":"d-0123456789","Type":"ClientCertAuth"}""")]
    [InlineData(CertificatePurpose.Ldaps, null, """{"CertificateData":"pem","DirectoryId":"d-0123456789","Type":"ClientLDAPS"}""")]
    public async Task A_registration_always_says_what_it_is_for(CertificatePurpose purpose, string? ocspUrl, string body)
    {
        Answer("""{"CertificateId":"c-1"}""");

        var id = await AskAsync(directories => directories.RegisterAsync(Id, purpose, "pem", ocspUrl, CancellationToken.None));

        Assert.Equal("c-1", id);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), Assert.Single(_received).Body));
    }

    [Theory]
    [InlineData(CertificatePurpose.SmartCard, """{"ClientAuthenticationSettingsInfo":[{"Type":"SmartCard","Status":"Enabled"}]}""", FeatureStatus.Enabled)]
    [InlineData(CertificatePurpose.SmartCard, """{"ClientAuthenticationSettingsInfo":[]}""", FeatureStatus.Disabled)]
    [InlineData(CertificatePurpose.Ldaps, """{"LDAPSSettingsInfo":[{"LDAPSStatus":"Enabling"}]}""", FeatureStatus.Enabling)]
    [InlineData(CertificatePurpose.Ldaps, """{"LDAPSSettingsInfo":[{"LDAPSStatus":"EnableFailed"}]}""", FeatureStatus.EnableFailed)]
    [InlineData(CertificatePurpose.Ldaps, "{}", FeatureStatus.Disabled)]
    public async Task A_feature_is_where_its_setting_says(CertificatePurpose purpose, string answer, FeatureStatus status)
    {
        Answer(answer);

        Assert.Equal(status, (await AskAsync(directories => directories.FindFeatureAsync(Id, purpose, CancellationToken.None))).Status);
    }

    [Fact]
    public async Task A_feature_that_a_directory_cannot_have_is_off()
    {
        Fail("UnsupportedOperationException");

        Assert.Equal(
            DirectoryFeature.Off,
            await AskAsync(directories => directories.FindFeatureAsync(Id, CertificatePurpose.SmartCard, CancellationToken.None)));
    }

    [Theory]
    [InlineData(CertificatePurpose.SmartCard, true, "EnableClientAuthentication", "SmartCard")]
    [InlineData(CertificatePurpose.SmartCard, false, "DisableClientAuthentication", "SmartCard")]
    [InlineData(CertificatePurpose.Ldaps, true, "EnableLDAPS", "Client")]
    [InlineData(CertificatePurpose.Ldaps, false, "DisableLDAPS", "Client")]
    public async Task Each_switch_is_one_call(CertificatePurpose purpose, bool on, string operation, string type)
    {
        Answer("");

        await SwitchAsync(purpose, on);

        var (called, body) = Assert.Single(_received);
        Assert.Equal((operation, type), (called, body["Type"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData(CertificatePurpose.SmartCard, true, "Enabled", true)]
    [InlineData(CertificatePurpose.SmartCard, true, "Disabled", false)]
    [InlineData(CertificatePurpose.SmartCard, false, "Disabled", true)]
    [InlineData(CertificatePurpose.SmartCard, false, "Enabled", false)]
    [InlineData(CertificatePurpose.Ldaps, true, "Enabling", true)]
    [InlineData(CertificatePurpose.Ldaps, true, "EnableFailed", false)]
    [InlineData(CertificatePurpose.Ldaps, false, "Disabled", true)]
    [InlineData(CertificatePurpose.Ldaps, false, "Enabled", false)]
    public async Task A_switch_that_is_refused_is_done_only_when_it_is_where_it_should_be(
        CertificatePurpose purpose, bool on, string status, bool done)
    {
        Fail(purpose == CertificatePurpose.SmartCard ? "InvalidClientAuthStatusException" : "InvalidLDAPSStatusException");
        Answer(purpose == CertificatePurpose.SmartCard
            ? $$"""{"ClientAuthenticationSettingsInfo":[{"Type":"SmartCard","Status":"{{status}}"}]}"""
            : $$"""{"LDAPSSettingsInfo":[{"LDAPSStatus":"{{status}}"}]}""");

        var error = await Record.ExceptionAsync(() => SwitchAsync(purpose, on));

        Assert.Equal(done ? null : ServiceFailure.InvalidState, (error as ServiceException)?.Failure);
    }

    [Fact]
    public async Task A_refused_switch_names_both_reasons_it_may_have()
    {
        Fail("AccessDeniedException");

        var error = await Assert.ThrowsAsync<ServiceException>(() => SwitchAsync(CertificatePurpose.SmartCard, on: true));

        Assert.Contains("not allowed to call ds:EnableClientAuthentication", error.Message, StringComparison.Ordinal);
        Assert.Contains("not available in this Region", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "CertificateAlreadyExistsException", ServiceFailure.CertificateExists)]
    [InlineData(400, "CertificateLimitExceededException", ServiceFailure.CertificateLimit)]
    [InlineData(400, "CertificateInUseException", ServiceFailure.CertificateInUse)]
    [InlineData(400, "NoAvailableCertificateException", ServiceFailure.NoUsableCertificate)]
    [InlineData(400, "UnsupportedOperationException", ServiceFailure.Unsupported)]
    [InlineData(400, "AccessDeniedException", ServiceFailure.Denied)]
    [InlineData(400, "DirectoryDoesNotExistException", ServiceFailure.NotFound)]
    [InlineData(400, "InvalidCertificateException", ServiceFailure.Rejected)]
    [InlineData(400, "InvalidParameterException", ServiceFailure.Rejected)]
    [InlineData(400, "ClientException", ServiceFailure.Rejected)]
    [InlineData(400, "ThrottlingException", ServiceFailure.Throttled)]
    [InlineData(400, "DirectoryUnavailableException", ServiceFailure.Unavailable)]
    [InlineData(500, "ServiceException", ServiceFailure.Unavailable)]
    [InlineData(503, "ServiceUnavailable", ServiceFailure.Unavailable)]
    public async Task Errors_of_the_service_are_told_apart(int status, string code, ServiceFailure failure)
    {
        Fail(code, status);

        var error = await Assert.ThrowsAsync<ServiceException>(
            () => AskAsync(directories => directories.RegisterAsync(Id, CertificatePurpose.Ldaps, "pem-body", null, CancellationToken.None)));

        Assert.Equal(failure, error.Failure);
        Assert.Contains($"ds:RegisterCertificate on directory {Id} failed ({code}: Why).", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("pem-body", error.Message, StringComparison.Ordinal);
    }

    private void Answer(string body) => _answers.Enqueue((200, body));

    private void Fail(string code, int status = 400) =>
        _answers.Enqueue((status, $$"""{"__type":"{{code}}","Message":"Why."}"""));

    private Task<bool> SwitchAsync(CertificatePurpose purpose, bool on) => DoAsync(directories => on
        ? directories.EnableAsync(Id, purpose, CancellationToken.None)
        : directories.DisableAsync(Id, purpose, CancellationToken.None));

    private Task<bool> DoAsync(Func<IDirectoryService, Task> action) => AskAsync(async directories =>
    {
        await action(directories);
        return true;
    });

    private async Task<T> AskAsync<T>(Func<IDirectoryService, Task<T>> question)
    {
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            var body = await JsonNode.ParseAsync(context.Request.Body);
            _received.Add((context.Request.Headers["X-Amz-Target"].ToString().Split('.')[1], body!.AsObject()));
            var (status, answer) = _answers.Dequeue();
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/x-amz-json-1.1";
            await context.Response.WriteAsync(answer);
        });
        var config = new AmazonDirectoryServiceConfig
        {
            ServiceURL = server.Url.ToString(), AuthenticationRegion = "us-gov-west-1", MaxErrorRetry = 0,
        };
        using var client = new AmazonDirectoryServiceClient("key", "secret", config);
        return await question(new AwsDirectoryService(client));
    }
}
