using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Endpoint;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class CertificateRuleTests
{
    private const string Invalid = "InvalidCertificateException";

    public static TheoryData<string> NotOneCertificate => new(
        "not pem",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        Some.Pem("One") + "\n" + Some.Pem("Two"));

    [Theory]
    [MemberData(nameof(NotOneCertificate), DisableDiscoveryEnumeration = true)]
    public async Task What_is_not_one_certificate_in_pem_is_refused(string data)
    {
        await using var local = await DirectoryFixture.StartAsync();

        Assert.Equal(Invalid, await local.RefusalAsync("RegisterCertificate", Registration(data)));
        Assert.Empty(local.Connector.State.Certificates);
    }

    [Fact]
    public void A_common_name_is_read_although_its_type_does_not_allow_its_characters()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        byte[] name = [0x30, 14, 0x31, 12, 0x30, 10, 6, 3, 0x55, 4, 3, 0x13, 3, .. "A_B"u8];
        var request = new CertificateRequest(new X500DistinguishedName(name), key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));

        Assert.Equal("A_B", CertificateReader.CommonNameOf(certificate));
    }

    [Fact]
    public void Ninety_days_left_are_too_few_and_a_second_more_is_enough()
    {
        using var certificate = Some.Certificate();
        var ninetyDaysLeft = certificate.NotAfter.ToUniversalTime() - TimeSpan.FromDays(90);

        var refusal = Assert.Throws<AwsException>(() => RegistrationRules.DemandUsable(certificate, ninetyDaysLeft));
        RegistrationRules.DemandUsable(certificate, ninetyDaysLeft - TimeSpan.FromSeconds(1));

        Assert.Equal(Invalid, refusal.Code);
        Assert.Contains("90 days left", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_left_are_counted_by_the_local_clock()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var pem = Some.Pem(days: 100);

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(11));

        Assert.Equal(Invalid, await local.RefusalAsync("RegisterCertificate", Registration(pem)));
    }

    [Fact]
    public async Task A_signature_with_pss_is_refused()
    {
        await using var local = await DirectoryFixture.StartAsync();
        using var certificate = Some.CertificateWithPss();

        Assert.Equal(
            Invalid,
            await local.RefusalAsync("RegisterCertificate", Registration(certificate.ExportCertificatePem())));
    }

    [Fact]
    public async Task A_certificate_of_no_ca_is_refused()
    {
        await using var local = await DirectoryFixture.StartAsync();

        Assert.Equal(Invalid, await local.RefusalAsync("RegisterCertificate", Registration(Some.Pem(isCa: false))));
    }

    [Theory]
    [InlineData("gopher://ocsp.corp.example.mil", SmartCard)]
    [InlineData("http://ocsp.corp.example.mil/ with blanks", SmartCard)]
    [InlineData("", SmartCard)]
    [InlineData(Some.OcspUrl, Ldaps)]
    public async Task An_ocsp_url_must_have_its_form_and_is_for_smart_cards_only(string url, string type)
    {
        await using var local = await DirectoryFixture.StartAsync();
        var request = Registration(type: type);
        request["ClientCertAuthSettings"] = new JsonObject { ["OCSPUrl"] = url };

        Assert.Equal("InvalidParameterException", await local.RefusalAsync("RegisterCertificate", request));
    }

    [Theory]
    [InlineData("CertificateData", "")]
    [InlineData("CertificateData", null)]
    [InlineData("DirectoryId", "d-0123")]
    [InlineData("DirectoryId", "d-0123456789\n")]
    [InlineData("DirectoryId", null)]
    [InlineData("Type", "Server")]
    public async Task Members_outside_their_limits_are_refused(string member, string? value)
    {
        await using var local = await DirectoryFixture.StartAsync();
        var request = Registration();
        request[member] = value;

        Assert.Equal("InvalidParameterException", await local.RefusalAsync("RegisterCertificate", request));
    }

    [Fact]
    public async Task Certificate_data_has_at_most_8192_characters()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var pem = Some.Pem();

        var tooLong = await local.RefusalAsync("RegisterCertificate", Registration(pem.PadLeft(8193, '\n')));
        var id = await local.RegisterAsync(pem: pem.PadLeft(8192, '\n'));

        Assert.Equal("InvalidParameterException", tooLong);
        Assert.Equal("Registered", await local.StateAsync(id));
    }
}
