using System.Globalization;
using System.Security.Cryptography;
using Infra.Local.DirectoryService.Registrations;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class RegistrationTests
{
    [Fact]
    public async Task A_certificate_is_registered_at_the_next_look_and_told_of_without_its_body()
    {
        await using var local = await DirectoryFixture.StartAsync();
        using var certificate = Some.Certificate("Corp Issuing CA");
        var request = Registration(certificate.ExportCertificatePem());
        request["ClientCertAuthSettings"] = new System.Text.Json.Nodes.JsonObject { ["OCSPUrl"] = Some.OcspUrl };

        var id = (await local.CallAsync("RegisterCertificate", request))!["CertificateId"]!.ToString();
        var described = await local.DescribeAsync(id);

        Assert.Matches("^c-[0-9a-f]{10}$", id);
        Assert.Equal(
            [
                "CertificateId", "ClientCertAuthSettings", "CommonName", "ExpiryDateTime",
                "RegisteredDateTime", "State", "Type",
            ],
            described.Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal("Registered", described["State"]!.ToString());
        Assert.Equal("Corp Issuing CA", described["CommonName"]!.ToString());
        Assert.Equal(Some.OcspUrl, described["ClientCertAuthSettings"]!["OCSPUrl"]!.ToString());
        var expiry = described["ExpiryDateTime"]!.ToJsonString();
        Assert.Contains("E9", expiry, StringComparison.Ordinal);
        Assert.Equal(
            new DateTimeOffset(certificate.NotAfter.ToUniversalTime()).ToUnixTimeSeconds(),
            double.Parse(expiry, CultureInfo.InvariantCulture));
        Assert.Equal(
            certificate.GetCertHashString(HashAlgorithmName.SHA256), local.Connector.State.Find(id)!.Thumbprint);
    }

    [Fact]
    public async Task A_certificate_without_type_is_registered_for_ldaps()
    {
        await using var local = await DirectoryFixture.StartAsync();

        var id = await local.RegisterAsync(type: null);

        Assert.Equal("ClientLDAPS", (await local.DescribeAsync(id))["Type"]!.ToString());
    }

    [Fact]
    public async Task A_registration_takes_its_time_under_the_clock()
    {
        await using var local = await DirectoryFixture.StartAsync(
            new() { RegistrationTime = TimeSpan.FromMinutes(20) });
        var id = await local.RegisterAsync();

        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(19));
        var early = await local.StateAsync(id);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(("Registering", "Registered"), (early, await local.StateAsync(id)));
    }

    [Fact]
    public async Task A_planned_failure_ends_one_registration_with_its_reason()
    {
        await using var local = await DirectoryFixture.StartAsync();
        local.Directories.FailNextRegistration(Some.ConnectorId, "No domain controller trusts it");

        var failed = await local.DescribeAsync(await local.RegisterAsync());
        var next = await local.DescribeAsync(await local.RegisterAsync());

        Assert.Equal("RegisterFailed", failed["State"]!.ToString());
        Assert.Equal("No domain controller trusts it", failed["StateReason"]!.ToString());
        Assert.Equal("Registered", next["State"]!.ToString());
    }

    [Fact]
    public async Task The_same_certificate_is_registered_once_a_type()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var pem = Some.Pem();
        await local.RegisterAsync(SmartCard, pem);

        var again = await local.RefusalAsync("RegisterCertificate", Registration(pem));
        await local.RegisterAsync(Ldaps, pem);

        Assert.Equal("CertificateAlreadyExistsException", again);
        Assert.Equal(2, local.Connector.State.Certificates.Count);
    }

    [Fact]
    public async Task Another_key_under_the_same_name_and_expiry_is_another_certificate()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var (one, other) = Some.Twins();

        await local.RegisterAsync(SmartCard, one);
        await local.RegisterAsync(SmartCard, other);

        Assert.Equal(2, local.Connector.State.Certificates.Count);
    }

    [Fact]
    public async Task A_failed_registration_does_not_keep_the_certificate_from_being_registered()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var pem = Some.Pem();
        local.Directories.FailNextRegistration(Some.ConnectorId, "Try again");
        await local.RegisterAsync(SmartCard, pem);

        var id = await local.RegisterAsync(SmartCard, pem);

        Assert.Equal("Registered", await local.StateAsync(id));
    }

    [Theory]
    [InlineData(Ldaps, 5)]
    [InlineData(SmartCard, 100)]
    public async Task Each_type_has_its_ceiling(string type, int maximum)
    {
        await using var local = await DirectoryFixture.StartAsync();
        foreach (var number in Enumerable.Range(1, maximum))
        {
            await local.RegisterAsync(type, Some.Pem($"CA {number}"));
        }

        var refusal = await local.RefusalAsync("RegisterCertificate", Registration(type: type));

        Assert.Equal("CertificateLimitExceededException", refusal);
    }

    [Fact]
    public async Task A_ceiling_can_be_lowered_while_it_runs_and_a_freed_place_can_be_taken()
    {
        await using var local = await DirectoryFixture.StartAsync();
        local.Connector.Options = local.Connector.Options with { MaximumSmartCardCertificates = 2 };
        var first = await local.RegisterAsync();
        await local.RegisterAsync();

        var refusal = await local.RefusalAsync("RegisterCertificate", Registration());
        await local.DeregisterAsync(first);
        await local.RegisterAsync();

        Assert.Equal("CertificateLimitExceededException", refusal);
        Assert.Equal(2, local.Connector.State.Usable(CertificateType.ClientCertAuth, local.Clock.GetUtcNow()).Count());
    }

    [Fact]
    public async Task Certificate_ids_are_the_same_in_every_run()
    {
        await using var one = await DirectoryFixture.StartAsync();
        await using var other = await DirectoryFixture.StartAsync();

        var ids = (await one.RegisterAsync(), await other.RegisterAsync());

        Assert.Equal(ids.Item1, ids.Item2);
    }
}
