using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class OcspChangeTests
{
    private const string Before = "http://before.example.com";
    private const string After = "http://after.example.com";

    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Issuer = Ca("Issuer");

    [Fact]
    public void Without_permission_for_the_gap_it_is_refused()
    {
        var plan = PlanFor(SmartCard(After, Root, Issuer), Root, Issuer);

        Assert.Equal(2, plan.Refusals.Count);
        Assert.All(plan.Refusals, refusal => Assert.Contains("allowGapFor", refusal, StringComparison.Ordinal));
    }

    [Fact]
    public void With_permission_one_certificate_at_a_time_goes_and_comes_back()
    {
        var plan = PlanFor(SmartCard(After, Root, Issuer).AllowingGaps("Root", Issuer.Thumbprint), Root, Issuer);

        Assert.Empty(plan.Refusals);
        Assert.Equal("-Root ~Root +Root ?Root -Issuer ~Issuer +Issuer ?Issuer", plan.Short());
        Assert.All(plan.Steps.OfType<TrustStep.Register>(), step => Assert.Equal(After, step.OcspUrl));
    }

    [Fact]
    public void The_only_usable_certificate_of_an_enabled_feature_keeps_its_url()
    {
        var plan = PlanFor(SmartCard(After, Root).AllowingGaps("Root"), Root);

        Assert.Contains("only usable certificate", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_could_not_come_back_keeps_its_url()
    {
        var late = Ca("Late", daysLeft: 90);

        var plan = PlanFor(SmartCard(After, Root, late).AllowingGaps("Root", "Late"), Root, late);

        Assert.Contains("it would be lost", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_url_on_a_certificate_of_others_is_only_noted()
    {
        var current = State(on: true, Listed(1, Root, CertificatePurpose.SmartCard, ocspUrl: Before));

        var plan = Plan(current, Remembering().Knowing(1, Root), SmartCard(After, Root));

        Assert.Empty(plan.Steps);
        Assert.Contains($"its OCSP URL is {Before} and not {After}", Assert.Single(plan.Notes), StringComparison.Ordinal);
    }

    private static TrustPlan PlanFor(DesiredTrust desired, params CaCertificate[] registered) => Plan(
        State(on: true, [.. registered.Select((ca, i) => Listed(i + 1, ca, CertificatePurpose.SmartCard))]),
        Remembering([.. registered.Select((ca, i) => Ours(i + 1, ca, CertificatePurpose.SmartCard, Before))]),
        desired);
}
