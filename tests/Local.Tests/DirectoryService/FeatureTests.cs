using System.Net;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class FeatureTests
{
    [Theory]
    [InlineData("EnableClientAuthentication", "SmartCard", Ldaps)]
    [InlineData("EnableLDAPS", "Client", SmartCard)]
    public async Task A_feature_needs_a_registered_certificate_of_its_type(
        string operation, string feature, string otherType)
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync(otherType);

        var refusal = await local.RefusalAsync(operation, Of(Some.ConnectorId, ("Type", feature)));

        Assert.Equal("NoAvailableCertificateException", refusal);
    }

    [Fact]
    public async Task An_expired_certificate_or_one_on_its_way_is_not_enough()
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync(pem: Some.Pem(days: 100));
        await local.Clock.AdvanceAsync(TimeSpan.FromDays(101));
        local.Connector.Options = local.Connector.Options with { RegistrationTime = TimeSpan.FromHours(1) };
        await local.RegisterAsync();

        var refusal = await local.RefusalAsync(
            "EnableClientAuthentication", Of(Some.ConnectorId, ("Type", "SmartCard")));

        Assert.Equal("NoAvailableCertificateException", refusal);
    }

    [Fact]
    public async Task Smart_cards_are_on_at_once_and_cannot_be_switched_on_twice()
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync();

        await local.EnableSmartCardAsync();
        var settings = await local.CallAsync("DescribeClientAuthenticationSettings", Of(Some.ConnectorId));
        var again = await local.RefusalAsync("EnableClientAuthentication", Of(Some.ConnectorId, ("Type", "SmartCard")));

        var setting = Assert.Single(settings!["ClientAuthenticationSettingsInfo"]!.AsArray())!;
        Assert.Equal(("SmartCard", "Enabled"), (setting["Type"]!.ToString(), setting["Status"]!.ToString()));
        Assert.Equal("InvalidClientAuthStatusException", again);
    }

    [Fact]
    public async Task Ldaps_is_enabled_under_the_clock()
    {
        await using var local = await DirectoryFixture.StartAsync(
            new() { LdapsEnablingTime = TimeSpan.FromMinutes(30) });
        await local.RegisterAsync(Ldaps);
        var before = await local.LdapsAsync();

        await local.EnableLdapsAsync();
        var early = (await local.LdapsAsync())!["LDAPSStatus"]!.ToString();
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(30));

        Assert.Null(before);
        Assert.Equal("Enabling", early);
        Assert.Equal("Enabled", (await local.LdapsAsync())!["LDAPSStatus"]!.ToString());
    }

    [Fact]
    public async Task Enabling_ldaps_can_fail_and_be_tried_again()
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync(Ldaps);
        local.Directories.FailNextLdapsEnabling(Some.ConnectorId, "Port 636 is closed");

        await local.EnableLdapsAsync();
        var failed = await local.LdapsAsync();
        await local.EnableLdapsAsync();

        Assert.Equal("EnableFailed", failed!["LDAPSStatus"]!.ToString());
        Assert.Equal("Port 636 is closed", failed["LDAPSStatusReason"]!.ToString());
        Assert.Equal("Enabled", (await local.LdapsAsync())!["LDAPSStatus"]!.ToString());
    }

    [Theory]
    [InlineData("DisableClientAuthentication", "SmartCard", "InvalidClientAuthStatusException")]
    [InlineData("DisableLDAPS", "Client", "InvalidLDAPSStatusException")]
    public async Task What_is_off_cannot_be_switched_off(string operation, string type, string expected)
    {
        await using var local = await DirectoryFixture.StartAsync();

        Assert.Equal(expected, await local.RefusalAsync(operation, Of(Some.ConnectorId, ("Type", type))));
    }

    [Theory]
    [InlineData("EnableClientAuthentication", "DisableClientAuthentication", "SmartCard", SmartCard)]
    [InlineData("EnableLDAPS", "DisableLDAPS", "Client", Ldaps)]
    public async Task Switching_is_answered_with_an_empty_body(
        string enable, string disable, string feature, string type)
    {
        await using var local = await DirectoryFixture.StartAsync();
        await local.RegisterAsync(type);

        using var on = await local.SendAsync(enable, Of(Some.ConnectorId, ("Type", feature)));
        using var off = await local.SendAsync(disable, Of(Some.ConnectorId, ("Type", feature)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (on.StatusCode, off.StatusCode));
        Assert.Empty(await on.Content.ReadAsByteArrayAsync());
        Assert.Empty(await off.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("EnableClientAuthentication", "SmartCardOrPassword", "UnsupportedOperationException")]
    [InlineData("EnableClientAuthentication", "Fingerprint", "ClientException")]
    [InlineData("DisableClientAuthentication", null, "ClientException")]
    [InlineData("EnableLDAPS", "Server", "InvalidParameterException")]
    public async Task A_type_that_is_not_there_is_refused_as_the_operation_models_it(
        string operation, string? type, string expected)
    {
        await using var local = await DirectoryFixture.StartAsync();

        Assert.Equal(expected, await local.RefusalAsync(operation, Of(Some.ConnectorId, ("Type", type))));
    }
}
