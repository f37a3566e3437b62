using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust.Slots;

public sealed class SlotPlanTests
{
    private static readonly CaCertificate A = Ca("A", of: "CA A");
    private static readonly CaCertificate B = Ca("B", of: "CA B");
    private static readonly CaCertificate NextA = Ca("A2", of: "CA A");
    private static readonly CaCertificate NextB = Ca("B2", of: "CA B");

    private static readonly DirectoryState Two = State(on: true, Listed(1, A), Listed(2, B));

    [Fact]
    public void With_one_free_slot_two_rotations_follow_each_other()
    {
        var plan = PlanFor(3, [A, B], NextA, NextB);

        Assert.Empty(plan.Refusals);
        Assert.Equal("+A2 ?A2", plan.Short());
        Assert.Equal("-A@7 +B2@7 -B@14", plan.Later());
    }

    [Fact]
    public void What_has_shown_itself_makes_room_for_the_next()
    {
        var current = State(on: true, Listed(1, A), Listed(2, B), Listed(3, NextA));
        var memory = Remembering(Ours(1, A).Since(-100), Ours(2, B).Since(-100), Ours(3, NextA).Since(0));

        var plan = Plan(current, memory, Ldaps(NextA, NextB), new Ceilings(100, 3), RotationRules.Default, day: 7);

        Assert.Equal("-A ~A +B2 ?B2", plan.Short());
        Assert.Equal("-B@14", plan.Later());
    }

    [Fact]
    public void Without_an_overlap_the_whole_rotation_is_one_run()
    {
        var plan = Plan(Two, Remembering(Ours(1, A), Ours(2, B)), Ldaps(NextA, NextB), new Ceilings(100, 3));

        Assert.Equal("+A2 ?A2 -A ~A +B2 ?B2 -B ~B", plan.Short());
    }

    [Fact]
    public void Without_a_free_slot_no_order_fits()
    {
        var plan = PlanFor(2, [A, B], NextA, NextB);

        Assert.Contains("2 slots are missing", Assert.Single(plan.Refusals), StringComparison.Ordinal);
        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Waiting);
    }

    [Fact]
    public void A_chain_is_registered_as_a_whole_or_not_at_all()
    {
        var issuer = B with { IssuerThumbprint = A.Thumbprint };
        var nextIssuer = NextB with { IssuerThumbprint = NextA.Thumbprint };

        Assert.Single(PlanFor(3, [A, issuer], NextA, nextIssuer).Refusals);
        Assert.Equal("+A2 +B2 ?A2 ?B2", PlanFor(4, [A, issuer], NextA, nextIssuer).Short());
    }

    [Fact]
    public void What_nothing_names_a_successor_of_needs_room_for_all_at_once()
    {
        Assert.Single(PlanFor(3, [A, B], Ca("X"), Ca("Y")).Refusals);
        Assert.Equal("+X +Y ?X ?Y", PlanFor(4, [A, B], Ca("X"), Ca("Y")).Short());
    }

    [Fact]
    public void A_slot_that_comes_free_too_late_is_refused_with_both_days()
    {
        var soon = Ca("B2", daysLeft: 96, of: "CA B");

        var refusal = Assert.Single(PlanFor(3, [A, B], NextA, soon).Refusals);

        Assert.Contains(
            "the slot of 'B2' is free on 2026-11-28, and it can be registered until 2026-11-27 only",
            refusal,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_we_took_away_comes_back_at_once_where_the_gap_is_allowed()
    {
        var memory = Remembering(
            Ours(null, A, phase: MemoryPhase.Removed),
            Ours(null, B, phase: MemoryPhase.Removed),
            Ours(1, NextA).Since(-1),
            Ours(2, NextB).Since(-1));

        var plan = Plan(
            State(on: true, Listed(1, NextA), Listed(2, NextB)),
            memory,
            Ldaps(A, B).AllowingGaps("A2", "B2"),
            new Ceilings(100, 3),
            RotationRules.Default);

        Assert.Equal("+A ?A -B2 ~B2 +B ?B", plan.Short());
        Assert.Equal("-A2@7", plan.Later());
    }

    [Fact]
    public void What_was_registered_together_does_not_replace_one_another()
    {
        var current = State(on: true, Listed(1, A), Listed(2, NextA));

        PlanWith(sinceNext: -100, refusals: 1);
        PlanWith(sinceNext: -50, refusals: 0);

        void PlanWith(double sinceNext, int refusals) => Assert.Equal(
            refusals,
            Plan(
                current,
                Remembering(Ours(1, A).Since(-100), Ours(2, NextA).Since(sinceNext)),
                Ldaps(NextA, Ca("X")),
                new Ceilings(100, 2),
                RotationRules.Default).Refusals.Count);
    }

    [Fact]
    public void A_certificate_that_has_to_stay_until_it_is_expired_frees_no_slot_before()
    {
        var old = Ca("A", daysLeft: 30, of: "CA A", key: "A");
        var next = Ca("A2", of: "CA A", key: "A");

        var plan = Plan(
            State(on: true, Listed(1, old, CertificatePurpose.SmartCard), Listed(2, B, CertificatePurpose.SmartCard)),
            Remembering(Ours(1, old, CertificatePurpose.SmartCard), Ours(2, B, CertificatePurpose.SmartCard)),
            SmartCard(null, next, Ca("X", key: "X") with { Subject = old.Subject }, NextB),
            new Ceilings(4, 5),
            RotationRules.Default);

        Assert.Equal("+B2 ?B2", plan.Short());
        Assert.Equal("-B@7 +A2@7 +X@7 -A@30", plan.Later());
    }

    private static TrustPlan PlanFor(int ceiling, CaCertificate[] old, params CaCertificate[] next) => Plan(
        State(on: true, [.. old.Select((ca, i) => Listed(i + 1, ca))]),
        Remembering([.. old.Select((ca, i) => Ours(i + 1, ca).Since(-100))]),
        Ldaps(next),
        new Ceilings(100, ceiling),
        RotationRules.Default);
}
