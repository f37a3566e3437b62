using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.Features;
using Infra.Local.DirectoryService.Registrations;

namespace Infra.Local.Tests.DirectoryService;

public sealed class HistoryTests
{
    [Fact]
    public async Task Every_change_is_told_in_order_and_at_its_moment()
    {
        await using var local = await DirectoryFixture.StartAsync(new() { RegistrationTime = TimeSpan.FromHours(2) });
        var id = await local.RegisterAsync(pem: Some.Pem("Corp CA"));
        await local.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        await local.EnableSmartCardAsync();

        var history = local.Directories.History;

        Assert.Equal(
            [
                $"ClientCertAuth {id} (Corp CA) none → Registering",
                $"ClientCertAuth {id} (Corp CA) Registering → Registered",
                "SmartCard none → Enabled",
            ],
            history.SelectMany(change => change.What));
        Assert.InRange(history[1].At - history[0].At, TimeSpan.FromHours(2), TimeSpan.FromMinutes(121));
    }

    [Fact]
    public async Task A_moment_between_two_calls_without_a_usable_certificate_does_not_go_unseen()
    {
        await using var local = await DirectoryFixture.StartAsync();
        var id = await local.RegisterAsync();
        await local.DeregisterAsync(id);
        await local.RegisterAsync();

        var usable = local.Directories.History
            .Select(change => change.After.Usable(CertificateType.ClientCertAuth, change.At).Count());

        Assert.Equal([0, 1, 0, 0, 0, 0, 1], usable);
    }

    [Fact]
    public async Task A_look_on_the_way_of_a_long_move_sees_what_fell_due_before_it()
    {
        await using var local = await DirectoryFixture.StartAsync(new() { RegistrationTime = TimeSpan.FromHours(1) });
        var id = await local.RegisterAsync();
        var registered = false;
        local.Clock.At(local.Clock.GetUtcNow() + TimeSpan.FromHours(3), _ =>
        {
            registered = local.Connector.State.Find(id)!.State == CertificateState.Registered;
            return Task.CompletedTask;
        });

        await local.Clock.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.True(registered);
    }

    [Fact]
    public async Task What_is_done_by_hand_is_seen_by_the_api_and_told_of_too()
    {
        await using var local = await DirectoryFixture.StartAsync();
        using var old = Some.Certificate("Their CA", days: 30);

        var theirs = local.Connector.RegisterByHand(old, CertificateType.ClientCertAuth, Some.OcspUrl);
        local.Connector.SetSmartCardByHand(ClientAuthenticationStatus.Enabled);
        local.Connector.SetLdapsByHand(LdapsStatus.EnableFailed, "Port 636 is closed");
        var described = await local.DescribeAsync(theirs.Id);
        local.Connector.DeregisterByHand(theirs.Id);

        Assert.Equal("Registered", described["State"]!.ToString());
        Assert.Equal(4, local.Directories.History.Count);
        Assert.Empty(local.Connector.State.Certificates);
    }
}
