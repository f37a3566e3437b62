using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class CeilingTests
{
    private static readonly CaCertificate[] Old = [Ca("O1"), Ca("O2"), Ca("O3")];
    private static readonly CaCertificate[] New = [Ca("N1"), Ca("N2"), Ca("N3")];

    private static readonly DirectoryState Three = State(on: true, [.. Old.Select((ca, i) => Listed(i + 1, ca))]);
    private static readonly TrustMemory OursAll = Remembering([.. Old.Select((ca, i) => Ours(i + 1, ca))]);

    [Fact]
    public void A_chain_that_does_not_fit_beside_its_predecessor_is_refused_by_name()
    {
        var plan = Plan(Three, OursAll, Ldaps(New));

        var refusal = Assert.Single(plan.Refusals);
        Assert.Contains("takes 5 certificates and has 3; 3 more are wanted", refusal, StringComparison.Ordinal);
        Assert.Contains("allowGapFor", refusal, StringComparison.Ordinal);
        Assert.Contains($"'O3' ({Old[2].Thumbprint})", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_gap_allowed_as_many_as_fit_come_first_and_the_rest_is_swapped_one_by_one()
    {
        var plan = Plan(Three, OursAll, Ldaps(New).AllowingGaps("O3"));

        Assert.Empty(plan.Refusals);
        Assert.Equal("+N1 +N2 ?N1 ?N2 -O3 ~O3 +N3 ?N3 -O2 -O1 ~O2 ~O1", plan.Short());
    }

    [Fact]
    public void An_expired_certificate_of_ours_makes_room_before_any_other()
    {
        var expired = Ca("Expired", daysLeft: -1);
        var current = Three with { Certificates = [.. Three.Certificates, Listed(4, expired)] };
        var memory = OursAll.With(Ours(4, expired));

        var plan = Plan(current, memory, Ldaps([.. Old, New[0], New[1]]));

        Assert.Equal("-Expired ~Expired +N1 +N2 ?N1 ?N2", plan.Short());
    }

    [Fact]
    public void Slots_that_others_hold_are_listed_for_a_person_to_free()
    {
        var current = State(on: true, [.. Old.Select((ca, i) => Listed(i + 1, ca)), Listed(8, Ca("X")), Listed(9, Ca("Y"))]);

        var plan = Plan(current, Remembering(), Ldaps(New[0]));

        Assert.Contains($"'X' ({Id(8)})", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_usable_certificate_does_not_go_first_while_the_feature_is_on()
    {
        var current = State(on: true, Listed(1, Old[0]));

        var plan = Plan(
            current, Remembering(Ours(1, Old[0])), Ldaps(New[0]).AllowingGaps("O1"), Ceilings.Documented with { Ldaps = 1 });

        Assert.Contains("only usable certificate", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_learned_ceiling_replaces_the_documented_one()
    {
        var learned = Ceilings.Documented.With(CertificatePurpose.Ldaps, 3);

        var plan = Plan(Three, OursAll, Ldaps([.. Old, New[0]]), learned);

        Assert.Contains("takes 3 certificates", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }
}
