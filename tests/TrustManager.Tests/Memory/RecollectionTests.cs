using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Memory;

public sealed class RecollectionTests
{
    [Fact]
    public void A_certificate_is_registered_since_the_first_run_that_sees_it_so()
    {
        var root = Ca("Root");
        var asked = Remembering(Ours(1, root));

        var registering = asked.Recalling(State(on: true, Listed(1, root, state: RegistrationState.Registering)), Now);
        var registered = registering.Recalling(State(on: true, Listed(1, root)), Now.AddDays(1));
        var later = registered.Recalling(State(on: true, Listed(1, root)), Now.AddDays(2));

        Assert.Null(registering.Certificates[0].RegisteredSince);
        Assert.Equal(Now.AddDays(1), registered.Certificates[0].RegisteredSince);
        Assert.Same(registered, later);
    }

    [Fact]
    public void What_is_gone_is_not_registered_since_any_day()
    {
        var memory = Remembering(Ours(1, Ca("Root")).Since(-10)).Recalling(State(on: true), Now);

        Assert.Equal(MemoryPhase.Removed, memory.Certificates[0].Phase);
        Assert.Null(memory.Certificates[0].RegisteredSince);
    }

    [Fact]
    public void A_feature_that_was_never_seen_on_was_not_switched_off_by_anybody()
    {
        var asked = Remembering().Enabled(CertificatePurpose.Ldaps, FeatureStatus.Disabled);

        Assert.Empty(asked.Recalling(State(on: false), Now).Drift);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Who_finds_a_feature_off_that_was_on_knows_whether_it_was_us(bool byUs, int drift)
    {
        var on = Remembering().Enabled(CertificatePurpose.Ldaps, FeatureStatus.Disabled).Recalling(State(on: true), Now);

        var off = (byUs ? on.Disabling(CertificatePurpose.Ldaps) : on).Recalling(State(on: false), Now.AddDays(1));

        Assert.Equal(drift, off.Drift.Count);
        Assert.Empty(off.Features);
    }

    [Fact]
    public void What_others_had_registered_before_the_first_look_is_no_change()
    {
        var first = Remembering().Recalling(State(on: true, Listed(8, Ca("X"))), Now);
        var second = first.Recalling(State(on: true, Listed(8, Ca("X")), Listed(9, Ca("Y"))), Now.AddDays(1));

        Assert.Empty(first.Drift);
        Assert.Contains("'Y'", Assert.Single(second.Drift).What, StringComparison.Ordinal);
        Assert.Equal([Now, Now.AddDays(1)], second.Foreign!.Select(entry => entry.Since));
    }

    [Fact]
    public void A_certificate_that_vanished_when_it_was_expired_was_not_removed_by_anybody()
    {
        var memory = Remembering(Ours(1, Ca("Root", daysLeft: -1)).Since(-300));

        Assert.Empty(memory.Recalling(State(on: true), Now).Drift);
    }
}
