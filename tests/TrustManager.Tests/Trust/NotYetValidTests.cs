using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

/// <summary>A certificate helps nobody before its first day, however long it has been registered.</summary>
public sealed class NotYetValidTests
{
    private static readonly RotationRules Week = RotationRules.Default with { Overlap = TimeSpan.FromDays(7) };

    private static readonly CaCertificate Old = Ca("Old", 370, of: "CA");
    private static readonly CaCertificate New = Ca("New", 1500, of: "CA", validIn: 190);
    private static readonly CaCertificate Renamed = Ca("Renamed", 1500, validIn: 190);

    [Theory]
    [InlineData(CertificatePurpose.Ldaps, 8)]
    [InlineData(CertificatePurpose.SmartCard, 8)]
    [InlineData(CertificatePurpose.Ldaps, 0)]
    [InlineData(CertificatePurpose.Ldaps, 189)]
    [InlineData(CertificatePurpose.Ldaps, 190)]
    [InlineData(CertificatePurpose.SmartCard, 196.9)]
    public void Overlap_starts_at_notBefore_of_the_successor(CertificatePurpose purpose, double day)
    {
        var plan = Plan(
            State(on: true, Listed(1, Old, purpose), Listed(2, New, purpose)),
            Remembering(Ours(1, Old, purpose).Since(-400), Ours(2, New, purpose).Since(0)),
            Desired(purpose, New),
            rules: Week,
            day: day);

        Assert.Equal("", plan.Short());
        Assert.Equal("-Old@197", plan.Later());
        Assert.Equal(day < 190, plan.Waiting[0].Why.Contains("not before 2027-05-30", StringComparison.Ordinal));
        Assert.Equal(
            day < 190 ? 1 : 0, plan.Notes.Count(note => note.Contains("is not valid before 2027-05-30", StringComparison.Ordinal)));
    }

    [Fact]
    public void After_the_overlap_of_a_valid_successor_the_predecessor_goes()
    {
        var plan = Plan(
            State(on: true, Listed(1, Old), Listed(2, New)),
            Remembering(Ours(1, Old).Since(-400), Ours(2, New).Since(0)),
            Ldaps(New),
            rules: Week,
            day: 197);

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(191)]
    public void A_successor_that_was_registered_first_is_waited_for_too(int day)
    {
        var plan = Plan(
            State(on: true, Listed(1, Old), Listed(2, New)),
            Remembering(Ours(1, Old).Since(-10), Ours(2, New).Since(-20)),
            Ldaps(New),
            rules: Week,
            day: day);

        Assert.Equal("-Old@197", plan.Later());
    }

    [Fact]
    public void Without_an_overlap_the_predecessor_goes_on_the_first_day_of_its_successor()
    {
        var plan = Plan(
            State(on: true, Listed(1, Old)),
            Remembering(Ours(1, Old).Since(-400)),
            Ldaps(New),
            rules: NoOverlap);

        Assert.Equal("+New ?New", plan.Short());
        Assert.Equal("-Old@190", plan.Later());
    }

    [Fact]
    public void A_renamed_successor_that_is_not_valid_yet_is_waited_for()
    {
        var other = Ca("Other");
        var plan = Plan(
            State(on: true, Listed(1, Old), Listed(2, other)),
            Remembering(Ours(1, Old).Since(-400), Ours(2, other).Since(-500)),
            Ldaps(other, Renamed),
            rules: Week);

        Assert.Equal("+Renamed ?Renamed", plan.Short());
        Assert.Equal("-Old@197", plan.Later());
    }

    [Fact]
    public void A_valid_successor_makes_a_later_one_no_reason_to_wait()
    {
        var now = Ca("Now", 1400, of: "CA");
        var plan = Plan(
            State(on: true, Listed(1, Old), Listed(2, now), Listed(3, New)),
            Remembering(Ours(1, Old).Since(-400), Ours(2, now).Since(-30), Ours(3, New).Since(-10)),
            Ldaps(now, New),
            rules: Week);

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void A_certificate_that_leaves_before_its_first_day_goes_at_once()
    {
        var plan = Plan(
            State(on: true, Listed(1, Old), Listed(2, New)),
            Remembering(Ours(1, Old).Since(-400), Ours(2, New).Since(-1)),
            Ldaps(Old),
            rules: Week);

        Assert.Equal("-New ~New", plan.Short());
    }

    [Fact]
    public void The_last_valid_certificate_is_not_removed_for_one_that_is_not_valid_yet()
    {
        var earlier = Ca("Earlier", 300, of: "Other CA");
        var plan = Plan(
            State(on: true, Listed(1, earlier), Listed(2, New)),
            Remembering(Ours(1, earlier).Since(-1), Ours(2, New).Since(-400)),
            Ldaps(New),
            rules: NoOverlap);

        Assert.Equal("", plan.Short());
        Assert.Equal("-Earlier@190", plan.Later());
    }

    [Fact]
    public void A_swap_of_the_last_valid_certificate_for_one_that_is_not_valid_yet_is_refused()
    {
        var dead = Enumerable.Range(3, 3).Select(id => Ca($"Future {id}", 1500, validIn: 100)).ToArray();
        var plan = Plan(
            State(on: true, [Listed(1, Old), .. dead.Select((one, i) => Listed(3 + i, one)), Listed(9, Ca("Foreign", validIn: -365))]),
            Remembering([Ours(1, Old).Since(-400), .. dead.Select((one, i) => Ours(3 + i, one).Since(-1))]),
            Ldaps([New, .. dead]).AllowingGaps("Old"),
            rules: Week);

        Assert.DoesNotContain("-Old", plan.Short(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("0", "1", "3", "4", "6", "7")]
    public void The_slot_of_what_has_a_valid_successor_is_free_first(params string[] gaps)
    {
        CaCertificate[] there = [Ca("0", 100 + 900, of: "CA 0"), Ca("1", 1001, of: "CA 1"), Ca("3", 1003, of: "CA 3")];
        var plan = Plan(
            State(on: true, [.. there.Select((one, i) => Listed(i + 1, one))]),
            Remembering([.. there.Select((one, i) => Ours(i + 1, one).Since(-1))]),
            Ldaps(
                Ca("7", 1007, of: "CA 3", validIn: 20), there[1], Ca("4", 1004, of: "CA 0"), Ca("6", 1006, of: "CA 2"))
                .AllowingGaps(gaps),
            new Ceilings(5, 5));

        Assert.Equal("+7 ?7 +4 ?4 -0 ~0 +6 ?6", plan.Short());
        Assert.Equal("-3@20", plan.Later());
    }

    [Fact]
    public void A_successor_that_is_not_valid_yet_does_not_end_the_warning()
    {
        var end = Ca("End", 100, of: "CA");
        var view = PurposeView.Managed(
            State(on: true, Listed(1, end), Listed(2, New)),
            Remembering(Ours(1, end).Since(-400), Ours(2, New).Since(-1)),
            Ldaps(end, New),
            Now).Single();

        Assert.Equal(end, Assert.Single(view.WithoutSuccessor()).Certificate);
        Assert.False(view.IsSucceeded(end));
        Assert.Equal(1, view.Usable);
    }

    private static DesiredTrust Desired(CertificatePurpose purpose, params CaCertificate[] certificates) =>
        purpose == CertificatePurpose.Ldaps ? Ldaps(certificates) : SmartCard(null, certificates);
}
