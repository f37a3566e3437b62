using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.Tests.CaRenewal;

public sealed class RenewalPlanTests
{
    [Fact]
    public void Before_it_is_due_nothing_is_reissued()
    {
        var plan = RenewalPlan.For(SomeRenewal.Root(daysLeft: 366), null, SomeRenewal.Reissue, SomeRenewal.Now);

        Assert.Empty(plan.Steps);
        Assert.Null(plan.Refusal);
        Assert.Equal(SomeRenewal.Now.AddDays(1), plan.Due);
    }

    [Fact]
    public void A_root_issues_its_own_successor()
    {
        var plan = RenewalPlan.For(SomeRenewal.Root(daysLeft: 365), null, SomeRenewal.Reissue, SomeRenewal.Now);

        Assert.Equal(
            [
                new RenewalStep.Order(
                    Some.Ca,
                    "arn:aws-us-gov:acm-pca:::template/RootCACertificate/V1",
                    "SHA256WITHECDSA",
                    new RenewalTerm(ValidityPeriod.Years(5), SomeRenewal.Now.AddYears(5))),
                new RenewalStep.Install(Some.Ca),
            ],
            plan.Steps);
    }

    [Fact]
    public void The_CA_above_issues_with_its_own_algorithm_and_the_template_of_the_path_length()
    {
        var plan = RenewalPlan.For(
            SomeRenewal.Subordinate(daysLeft: 300, parentDaysLeft: 5000),
            null,
            SomeRenewal.SubordinateReissue with { PathLength = 2 },
            SomeRenewal.Now);

        var order = Assert.IsType<RenewalStep.Order>(plan.Steps[0]);
        Assert.Equal(Some.OtherCa, order.Issuer);
        Assert.Equal("arn:aws-us-gov:acm-pca:::template/SubordinateCACertificate_PathLen2/V1", order.Template);
        Assert.Equal("SHA384WITHRSA", order.SigningAlgorithm);
        Assert.Equal(new RenewalStep.Install(Some.OtherCa), plan.Steps[1]);
    }

    [Fact]
    public void What_was_ordered_is_not_ordered_again()
    {
        var view = SomeRenewal.Root(daysLeft: 300);
        var attempt = new RenewalAttempt(view.Certificate!.Thumbprint, 1, SomeRenewal.Now) { CertificateArn = "arn:issued" };

        var plan = RenewalPlan.For(view, attempt, SomeRenewal.Reissue, SomeRenewal.Now);

        Assert.Equal([new RenewalStep.Install(Some.Ca)], plan.Steps);
    }

    [Fact]
    public void What_was_ordered_for_another_certificate_is_of_no_use()
    {
        var attempt = new RenewalAttempt("of another", 1, SomeRenewal.Now) { CertificateArn = "arn:issued" };

        var plan = RenewalPlan.For(SomeRenewal.Root(daysLeft: 300), attempt, SomeRenewal.Reissue, SomeRenewal.Now);

        Assert.IsType<RenewalStep.Order>(plan.Steps[0]);
    }

    [Fact]
    public void Who_only_watches_reissues_nothing() =>
        Assert.Empty(RenewalPlan.For(SomeRenewal.Root(daysLeft: 1), null, null, SomeRenewal.Now).Steps);

    [Theory]
    [InlineData(CaStatus.Creating)]
    [InlineData(CaStatus.PendingCertificate)]
    public void A_CA_that_has_no_certificate_yet_is_left_to_its_deployment(string status)
    {
        var view = SomeRenewal.Root(daysLeft: 1, status) with { Installed = null, Certificate = null };

        Assert.Empty(RenewalPlan.For(view, null, SomeRenewal.Reissue, SomeRenewal.Now).Steps);
    }

    [Fact]
    public void A_disabled_CA_takes_no_certificate() =>
        AssertRefused("status-DISABLED", SomeRenewal.Root(300, CaStatus.Disabled), isRoot: true);

    [Fact]
    public void A_disabled_parent_issues_none() => AssertRefused(
        "parent-DISABLED", SomeRenewal.Subordinate(300, 5000, parentStatus: CaStatus.Disabled), isRoot: false);

    [Fact]
    public void A_root_with_a_parent_is_a_contradiction() => AssertRefused("other-type", SomeRenewal.Root(300), isRoot: false);

    [Fact]
    public void A_subordinate_without_a_parent_cannot_be_reissued_here() =>
        AssertRefused("other-type", SomeRenewal.Subordinate(300, 5000), isRoot: true);

    [Fact]
    public void An_expired_subordinate_is_still_renewed() => Assert.Equal(
        2,
        RenewalPlan.For(
            SomeRenewal.Subordinate(-10, 5000, CaStatus.Expired), null, SomeRenewal.SubordinateReissue, SomeRenewal.Now).Steps.Count);

    [Fact]
    public void A_parent_that_ends_too_early_is_renewed_first() =>
        AssertRefused("parent-too-short", SomeRenewal.Subordinate(300, 400), isRoot: false);

    [Fact]
    public void A_parent_that_will_end_too_early_is_foreseen()
    {
        var view = SomeRenewal.Subordinate(daysLeft: 700, parentDaysLeft: 800);

        Assert.Equal("parent-too-short", RenewalPlan.Foreseen(view, SomeRenewal.SubordinateReissue)?.Code);
        Assert.Null(RenewalPlan.Foreseen(
            SomeRenewal.Subordinate(700, 5000), SomeRenewal.SubordinateReissue));
    }

    private static void AssertRefused(string code, CaView view, bool isRoot)
    {
        var settings = isRoot ? SomeRenewal.Reissue : SomeRenewal.SubordinateReissue;

        var plan = RenewalPlan.For(view, null, settings, SomeRenewal.Now);

        Assert.Empty(plan.Steps);
        Assert.Equal(code, plan.Refusal?.Code);
    }
}
