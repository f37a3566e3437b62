using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class OverlapTests
{
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Next = Ca("Next");

    private static readonly DirectoryState OldAndNext = State(on: true, Listed(1, Old), Listed(2, Next));

    [Fact]
    public void A_successor_is_registered_now_and_what_it_replaces_goes_a_week_later()
    {
        var plan = Plan(
            State(on: true, Listed(1, Old)),
            Remembering(Ours(1, Old).Since(-300)),
            Ldaps(Next),
            rules: RotationRules.Default);

        Assert.Equal("+Next ?Next", plan.Short());
        Assert.Equal("-Old@7", plan.Later());
    }

    [Theory]
    [InlineData(6.999, "", "-Old@7")]
    [InlineData(7, "-Old ~Old", "")]
    public void A_week_is_over_at_its_last_moment(double day, string steps, string later)
    {
        var plan = OnDay(day, Ldaps(Next));

        Assert.Equal(steps, plan.Short());
        Assert.Equal(later, plan.Later());
    }

    [Fact]
    public void What_has_no_successor_goes_at_once()
    {
        var memory = Remembering(Ours(1, Old).Since(0), Ours(2, Next).Since(0));

        var plan = Plan(OldAndNext, memory, Ldaps(Next), rules: RotationRules.Default, day: 1);

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void A_section_that_is_removed_takes_its_certificates_with_it_at_once()
    {
        var plan = OnDay(1, DesiredTrust.Nothing);

        Assert.Equal("-Old ~Old", plan.Short());
        Assert.Empty(plan.Waiting);
    }

    [Fact]
    public void While_a_wanted_one_is_missing_nothing_goes()
    {
        var plan = OnDay(7, Ldaps(Next, Ca("Third")));

        Assert.Equal("+Third ?Third", plan.Short());
        Assert.Equal("-Old@14", plan.Later());
    }

    [Fact]
    public void What_can_never_be_registered_keeps_nothing_waiting()
    {
        var late = Ca("Late", daysLeft: 80);
        var memory = Remembering(
            Ours(1, Old).Since(-300), Ours(2, Next).Since(0), Ours(null, late, phase: MemoryPhase.Removed));

        var plan = Plan(OldAndNext, memory, Ldaps(Next, late), rules: RotationRules.Default, day: 7);

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Theory]
    [InlineData(6, "", "-Old@7")]
    [InlineData(7, "-Old ~Old", "")]
    public void A_successor_that_others_registered_has_its_overlap_from_the_day_it_was_seen(
        double day, string steps, string later)
    {
        var memory = Remembering(Ours(1, Old).Since(-300)).Knowing(2, Next);

        var plan = Plan(OldAndNext, memory, Ldaps(Next), rules: RotationRules.Default, day: day);

        Assert.Equal(steps, plan.Short());
        Assert.Equal(later, plan.Later());
    }

    [Fact]
    public void An_expired_certificate_need_not_wait()
    {
        var expired = Ca("Expired", daysLeft: -1);
        var current = State(on: true, Listed(1, expired), Listed(2, Next));
        var memory = Remembering(Ours(1, expired).Since(-300), Ours(2, Next).Since(0));

        var plan = Plan(current, memory, Ldaps(Next), rules: RotationRules.Default);

        Assert.Equal("-Expired ~Expired", plan.Short());
    }

    [Theory]
    [InlineData(CertificatePurpose.SmartCard, 7, "", "-Old@100")]
    [InlineData(CertificatePurpose.SmartCard, 100, "-Old ~Old", "")]
    [InlineData(CertificatePurpose.Ldaps, 7, "-Old ~Old", "")]
    public void What_was_reissued_under_the_same_key_serves_smart_cards_until_it_is_expired(
        CertificatePurpose purpose, double day, string steps, string later)
    {
        var old = Ca("Old", daysLeft: 100, of: "CA", key: "CA");
        var plan = OnDay(day, old, Ca("Next", of: "CA", key: "CA"), purpose);

        Assert.Equal(steps, plan.Short());
        Assert.Equal(later, plan.Later());
    }

    [Fact]
    public void A_new_key_under_the_old_name_withdraws_the_old_certificate()
    {
        var plan = OnDay(7, Ca("Old", of: "CA"), Ca("Next", of: "CA"), CertificatePurpose.SmartCard);

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void Going_back_to_the_earlier_certificate_of_a_key_does_not_keep_the_later_one()
    {
        var plan = OnDay(
            1,
            Ca("Later", 2000, of: "CA", key: "CA"),
            Ca("Earlier", of: "CA", key: "CA"),
            CertificatePurpose.SmartCard,
            nextSince: -400);

        Assert.Equal("-Later ~Later", plan.Short());
    }

    private static TrustPlan OnDay(double day, DesiredTrust desired) => Plan(
        OldAndNext,
        Remembering(Ours(1, Old).Since(-300), Ours(2, Next).Since(0)),
        desired,
        rules: RotationRules.Default,
        day: day);

    private static TrustPlan OnDay(
        double day, CaCertificate old, CaCertificate next, CertificatePurpose purpose, double nextSince = 0) => Plan(
        State(on: true, Listed(1, old, purpose), Listed(2, next, purpose)),
        Remembering(Ours(1, old, purpose).Since(-300), Ours(2, next, purpose).Since(nextSince)),
        purpose == CertificatePurpose.SmartCard ? SmartCard(null, next) : Ldaps(next),
        rules: RotationRules.Default,
        day: day);
}
