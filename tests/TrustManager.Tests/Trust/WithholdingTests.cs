using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class WithholdingTests
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Old = Ca("Old");
    private static readonly CaCertificate Stranger = Ca("Stranger", daysLeft: 3000);

    private static readonly RotationRules Overlapping = RotationRules.Default;

    [Fact]
    public void What_awaits_approval_is_not_registered_and_the_plan_says_so()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Root).Withholding(Withheld(Stranger)));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Refusals);
        var note = Assert.Single(plan.Notes);
        Assert.Contains($"'Stranger' (SHA-256 {Stranger.Thumbprint}) in s3://team-bucket/cas/Stranger.pem", note, StringComparison.Ordinal);
        Assert.Contains("waits for approval for client-side LDAPS: it has no path.", note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WithheldKind.AwaitsApproval)]
    [InlineData(WithheldKind.NotRegistrable)]
    [InlineData(WithheldKind.NotReadable)]
    public void A_file_that_is_swapped_for_an_undecided_one_keeps_what_it_held(WithheldKind kind)
    {
        var withheld = kind == WithheldKind.NotReadable ? Unreadable("next") : Withheld(Stranger, kind);

        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps(Root).Withholding(withheld));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Refusals);
        Assert.Equal("-Old@1000", plan.Later());
        Assert.Contains(
            kind == WithheldKind.NotReadable ? "cas/next.pem cannot be read" : "is not registered, may be what replaces it",
            Assert.Single(plan.Waiting).Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_swapped_for_a_rejected_one_is_a_withdrawal()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps(Root).Withholding(Withheld(Stranger, WithheldKind.Rejected)));

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void What_is_expired_keeps_nothing()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps(Root).Withholding(Withheld(Ca("Expired", daysLeft: 0), WithheldKind.NotRegistrable)));

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void A_whole_section_that_is_removed_takes_its_certificates_whatever_waits()
    {
        var plan = Plan(State(on: false, Listed(1, Old)), Remembering(Ours(1, Old)), new(null, null));

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Theory]
    [InlineData(-8, "-Old ~Old", "")]
    [InlineData(-1, "", "-Old@6")]
    public void A_registered_successor_ends_the_keeping_and_the_overlap_follows(double since, string steps, string later)
    {
        var next = Ca("Next", daysLeft: 2000, of: "Old");

        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old), Listed(3, next)),
            Remembering(Ours(1, Root).Since(-50), Ours(2, Old).Since(-50), Ours(3, next).Since(since)),
            Ldaps(Root, next).Withholding(Withheld(Stranger)),
            rules: Overlapping);

        Assert.Equal(steps, plan.Short());
        Assert.Equal(later, plan.Later());
    }

    [Fact]
    public void A_file_that_becomes_unreadable_removes_nothing_although_a_later_CA_is_registered()
    {
        var later = Ca("Later", daysLeft: 2000) with { IssuerThumbprint = Root.Thumbprint };
        var damaged = Ca("Damaged") with { IssuerThumbprint = Root.Thumbprint };

        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, damaged), Listed(3, later)),
            Remembering(Ours(1, Root).Since(-90), Ours(2, damaged).Since(-90), Ours(3, later).Since(-50)),
            Ldaps(Root, later).Withholding(Unreadable("Damaged")),
            rules: Overlapping);

        Assert.Empty(plan.Steps);
        Assert.Equal("-Damaged@1000", plan.Later());
        Assert.Contains(
            "no source that can be read lists it, and s3://team-bucket/cas/Damaged.pem cannot be read",
            Assert.Single(plan.Waiting).Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_successor_that_is_to_come_does_not_end_the_keeping_while_a_file_cannot_be_read()
    {
        var next = Ca("Next", daysLeft: 2000, of: "Old");

        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root).Since(-50), Ours(2, Old).Since(-50)),
            Ldaps(Root, next).Withholding(Unreadable("Old")),
            rules: Overlapping);

        Assert.Equal("+Next ?Next", plan.Short());
        Assert.Equal("-Old@1000", plan.Later());
    }

    [Fact]
    public void A_successor_that_is_not_valid_yet_does_not_end_the_keeping()
    {
        var next = Ca("Next", daysLeft: 2000, of: "Old") with { NotBefore = Now.AddDays(10) };

        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old), Listed(3, next)),
            Remembering(Ours(1, Root).Since(-50), Ours(2, Old).Since(-50), Ours(3, next).Since(-9)),
            Ldaps(Root, next).Withholding(Withheld(Stranger)),
            rules: Overlapping);

        Assert.Equal("", plan.Short());
        Assert.Equal("-Old@1000", plan.Later());
    }

    [Fact]
    public void A_certificate_that_a_gap_is_allowed_for_is_kept_all_the_same()
    {
        CaCertificate[] five = [.. Enumerable.Range(1, 5).Select(number => Ca($"{number}"))];
        var more = Ca("More");

        var plan = Plan(
            State(on: true, [.. five.Select((ca, i) => Listed(i + 1, ca))]),
            Remembering([.. five.Select((ca, i) => Ours(i + 1, ca))]),
            Ldaps([.. five.Skip(1), more]).AllowingGaps("1").Withholding(Withheld(Stranger)));

        Assert.Empty(plan.Steps);
        Assert.Contains("'1' left its sources and stays registered while 'Stranger'", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(WithheldKind.AwaitsApproval)]
    [InlineData(WithheldKind.NotRegistrable)]
    [InlineData(WithheldKind.Rejected)]
    public void What_we_registered_stays_desired_whatever_became_of_its_anchor(WithheldKind kind)
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps(Root).Withholding(Withheld(Old, kind)));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Waiting);
        Assert.Empty(plan.Notes);
    }

    [Fact]
    public void What_was_deregistered_by_hand_is_a_registration_and_waits_like_any_other()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root)),
            Remembering(Ours(1, Root), Ours(null, Old, phase: MemoryPhase.Removed)),
            Ldaps(Root).Withholding(Withheld(Old)));

        Assert.Empty(plan.Steps);
        Assert.Contains("'Old'", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_registration_of_what_may_not_be_registered_any_more_is_removed_and_not_repeated()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old, state: RegistrationState.RegisterFailed)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps(Root).Withholding(Withheld(Old)));

        Assert.Equal("-Old ~Old", plan.Short());
    }

    [Fact]
    public void An_ocsp_url_does_not_change_where_the_certificate_could_not_come_back()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root, CertificatePurpose.SmartCard), Listed(2, Old, CertificatePurpose.SmartCard)),
            Remembering(Ours(1, Root, CertificatePurpose.SmartCard, "http://o.example"), Ours(2, Old, CertificatePurpose.SmartCard)),
            SmartCard("http://o.example", Root).AllowingGaps("Old").Withholding(Withheld(Old)));

        Assert.Empty(plan.Steps);
        Assert.Contains("Approve it first", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_purpose_whose_every_certificate_waits_keeps_what_it_has()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Old)),
            Remembering(Ours(1, Root), Ours(2, Old)),
            Ldaps().Withholding(Withheld(Stranger)));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Refusals);
        Assert.Equal("-Old@1000 -Root@1000", plan.Later());
    }

    [Fact]
    public void A_purpose_that_would_have_no_usable_certificate_is_refused_with_what_waits()
    {
        var plan = Plan(State(on: false), Remembering(), Ldaps().Withholding(Withheld(Stranger)));

        Assert.Empty(plan.Steps);
        var refusal = Assert.Single(plan.Refusals);
        Assert.Contains("the directory has none that is usable", refusal, StringComparison.Ordinal);
        Assert.Contains($"'Stranger' (SHA-256 {Stranger.Thumbprint})", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_purpose_whose_every_certificate_is_rejected_is_an_empty_list()
    {
        var plan = Plan(
            State(on: true, Listed(1, Old)),
            Remembering(Ours(1, Old)),
            Ldaps().Withholding(Withheld(Stranger, WithheldKind.Rejected)));

        Assert.Empty(plan.Steps);
        Assert.Contains("No CA certificate is left", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_too_late_from_a_bucket_is_a_note_and_stops_nothing()
    {
        var (late, next) = (Ca("Late", daysLeft: 60), Ca("Next"));

        var plan = Plan(
            State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Root, late, next).WithPaths(late, next));

        Assert.Equal("+Next ?Next", plan.Short());
        Assert.Contains("could be registered until", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_too_late_from_the_environment_file_is_refused()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Root, Ca("Late", daysLeft: 60)));

        Assert.Single(plan.Refusals);
    }

    [Fact]
    public void A_registration_says_what_allowed_it()
    {
        var next = Ca("Next");

        var plan = Plan(
            State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Root, next, Old).WithPaths(next));

        Assert.Equal(
            ["a path leads from Next", TrustStep.Register.Listed],
            plan.Steps.OfType<TrustStep.Register>().Select(step => step.Why));
    }
}
