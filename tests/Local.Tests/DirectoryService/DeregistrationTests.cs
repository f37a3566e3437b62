using Infra.Local.DirectoryService.Features;
using static Infra.Local.Tests.DirectoryService.DirectorySteps;

namespace Infra.Local.Tests.DirectoryService;

public sealed class DeregistrationTests
{
    private const string InUse = "CertificateInUseException";

    private const string Unknown = "CertificateDoesNotExistException";

    [Fact]
    public async Task A_certificate_leaves_under_the_clock_and_stays_listed_for_a_while()
    {
        await using var local = await DirectoryFixture.StartAsync(new()
        {
            DeregistrationTime = TimeSpan.FromMinutes(10), DeregisteredListedFor = TimeSpan.FromHours(1),
        });
        var id = await local.RegisterAsync();

        await local.DeregisterAsync(id);
        var leaving = await local.StateAsync(id);
        await local.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        var gone = await local.StateAsync(id);
        await local.Clock.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(("Deregistering", "Deregistered"), (leaving, gone));
        Assert.Equal(Unknown, await local.RefusalAsync("DescribeCertificate", Of(Some.ConnectorId, ("CertificateId", id))));
    }

    [Fact]
    public async Task Without_further_ado_a_certificate_is_gone_at_the_next_look()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();

        await local.DeregisterAsync(id);

        Assert.Equal(Unknown, await local.RefusalAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", id))));
        Assert.Empty(local.Connector.State.Certificates);
    }

    [Fact]
    public async Task The_last_registered_certificate_stays_while_smart_cards_are_on()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();
        await local.RegisterAsync(Ldaps);
        await local.EnableSmartCardAsync();

        var refusal = await local.RefusalAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", id)));
        await local.RegisterAsync();
        await local.DeregisterAsync(id);

        Assert.Equal(InUse, refusal);
    }

    [Fact]
    public async Task The_last_registered_certificate_stays_while_ldaps_is_being_enabled()
    {
        await using var local = await DirectoryFixture.StartAsync(new() { LdapsEnablingTime = TimeSpan.FromHours(1) });
        var id = await local.RegisterAsync(Ldaps);
        await local.EnableLdapsAsync();

        var refusal = await local.RefusalAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", id)));

        Assert.Equal(InUse, refusal);
    }

    [Fact]
    public async Task A_certificate_that_is_still_registering_does_not_let_the_last_one_go()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();
        await local.EnableSmartCardAsync();
        local.Connector.Options = local.Connector.Options with { RegistrationTime = TimeSpan.FromHours(1) };
        await local.RegisterAsync();

        var refusal = await local.RefusalAsync("DeregisterCertificate", Of(Some.ConnectorId, ("CertificateId", id)));

        Assert.Equal(InUse, refusal);
    }

    [Fact]
    public async Task The_last_certificate_goes_once_the_feature_is_off()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();
        await local.EnableSmartCardAsync();

        await local.CallAsync("DisableClientAuthentication", Of(Some.ConnectorId, ("Type", "SmartCard")));
        await local.DeregisterAsync(id);

        Assert.Empty(local.Connector.State.Certificates);
        Assert.Equal(ClientAuthenticationStatus.Disabled, local.Connector.State.SmartCard!.Status);
    }

    [Fact]
    public async Task A_planned_failure_leaves_the_certificate_there()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();
        local.Directories.FailNextDeregistration(Some.ConnectorId, "A domain controller is away");

        await local.DeregisterAsync(id);

        Assert.Equal("DeregisterFailed", await local.StateAsync(id));
    }
}
