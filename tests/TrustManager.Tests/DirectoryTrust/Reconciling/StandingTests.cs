using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Fingerprints;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Settings;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class StandingTests
{
    private static readonly TrustMemory Settled = Remembering() with
    {
        Settled = new SettledTrust("", Ldaps(Ca("Root")))
        {
            Properties = new DirectoryTrustProperties { DirectoryId = DirectoryId, StateBucketName = "state-bucket" },
        },
    };

    private static readonly DeployedProperties Deployed = new(
        PropertiesFingerprint.Of(Settled.Settled!.Properties!.ToJson(), ownAuthority: null),
        OwnCertificateAuthority: null);

    [Theory]
    [InlineData("run-1", null, -5, false)]
    [InlineData("run-2", null, 5, true)]
    [InlineData("run-2", null, -1, false)]
    [InlineData("deployment", "deployment", 5, true)]
    [InlineData("deployment", "deployment", -59, true)]
    [InlineData("deployment", "deployment", -60, false)]
    [InlineData("run-2", "deployment", -1, false)]
    public void A_lease_stops_others_and_that_of_a_deployment_for_an_hour_longer(
        string holder, string? attempt, int minutesLeft, bool isBusy)
    {
        var memory = Settled with
        {
            Lease = new TrustLease(holder, Now.AddMinutes(minutesLeft)),
            Attempt = attempt is null ? null : new TrustAttempt("", attempt, 1),
        };

        var standing = Standing.Of(DirectoryId, memory, Deployed, "run-1", Now);

        Assert.Equal(isBusy, standing is Standing.Busy);
    }

    [Fact]
    public void An_attempt_without_a_lease_has_been_answered_and_stops_nobody() => Assert.IsType<Standing.Ready>(
        Standing.Of(
            DirectoryId, Settled with { Attempt = new TrustAttempt("", "deployment", 3) }, Deployed, "run-1", Now));

    [Fact]
    public void A_state_with_other_properties_is_a_mismatch_whatever_else_it_says()
    {
        var edited = Settled with
        {
            Settled = Settled.Settled! with { Properties = Settled.Settled.Properties! with { OverlapDays = "0" } },
            Lease = new TrustLease("run-2", Now.AddYears(10)),
        };

        var mismatch = Assert.IsType<Standing.Mismatch>(Standing.Of(DirectoryId, edited, Deployed, "run-1", Now));

        Assert.Contains("docs/runbook.md#statemismatch", mismatch.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_fulfilled_deployment_there_is_nothing_to_keep()
    {
        Assert.IsType<Standing.NotDeployed>(Standing.Of(DirectoryId, null));
        Assert.IsType<Standing.NotDeployed>(Standing.Of(DirectoryId, Remembering()));
        Assert.IsType<Standing.NotDeployed>(Standing.Of(
            DirectoryId, Settled with { Settled = Settled.Settled! with { Properties = null } }));
    }
}
