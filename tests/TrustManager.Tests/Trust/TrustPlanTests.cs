using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class TrustPlanTests
{
    private static readonly CaCertificate Root = Ca("Root");
    private static readonly CaCertificate Issuer = Ca("Issuer");
    private static readonly CaCertificate Next = Ca("Next");

    [Fact]
    public void A_chain_is_registered_root_first_and_then_the_feature_is_enabled()
    {
        var plan = Plan(State(on: false), Remembering(), Ldaps(Root, Issuer));

        Assert.Equal("+Root +Issuer ?Root ?Issuer on on?", plan.Short());
    }

    [Fact]
    public void A_successor_is_registered_before_the_old_certificate_goes()
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Next));

        Assert.Equal("+Next ?Next -Root ~Root", plan.Short());
    }

    [Fact]
    public void The_issuer_leaves_last()
    {
        var plan = Plan(
            State(on: true, Listed(1, Root), Listed(2, Issuer)), Remembering(Ours(1, Root), Ours(2, Issuer)), Ldaps(Next));

        Assert.Equal("+Next ?Next -Issuer -Root ~Issuer ~Root", plan.Short());
    }

    [Fact]
    public void What_is_as_wanted_needs_no_step()
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps(Root));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Notes);
    }

    [Fact]
    public void What_others_registered_satisfies_and_is_never_removed()
    {
        var current = State(on: true, Listed(1, Root), Listed(2, Issuer));

        var plan = Plan(current, Remembering().Knowing(1, Root), Ldaps(Root));

        Assert.Empty(plan.Steps);
        Assert.Equal(2, plan.Notes.Count(note => note.Contains("left alone", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_certificate_of_the_same_name_that_expires_at_another_time_is_another_one()
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(), Ldaps(Ca("Root", daysLeft: 999)));

        Assert.Equal("+Root ?Root", plan.Short());
    }

    [Fact]
    public void What_only_looks_like_a_desired_one_is_found_out_about_first()
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(), Ldaps(Root, Next));

        Assert.Equal("=Root +Next ?Next", plan.Short());
    }

    [Theory]
    [InlineData(3, "=Root")]
    [InlineData(2, "")]
    [InlineData(0, "")]
    public void What_could_not_be_found_out_is_tried_again_only_with_fewer_certificates(int then, string steps)
    {
        var memory = Remembering() with
        {
            Foreign = [new ForeignCertificate(Id(1), Now) { Unclear = Root.Thumbprint, UnclearAt = then }],
        };

        var plan = Plan(State(on: true, Listed(1, Root), Listed(2, Issuer)), memory, Ldaps(Root));

        Assert.Equal(steps, plan.Short());
        Assert.Equal(steps.Length == 0, plan.Notes.Any(note => note.Contains("may have another key", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_leaves_for_a_successor_that_may_be_anothers()
    {
        var current = State(on: true, Listed(1, Root), Listed(2, Next));
        var memory = Remembering(Ours(1, Root).Since(-300)) with
        {
            Foreign = [new ForeignCertificate(Id(2), Now.AddDays(-100)) { Unclear = Next.Thumbprint }],
        };

        Assert.Empty(Plan(current, memory, Ldaps(Next)).Steps);
        Assert.Equal("-Root ~Root", Plan(current, memory.Identified(Id(2), Next.Thumbprint), Ldaps(Next)).Short());
    }

    [Fact]
    public void One_listed_certificate_does_not_stand_for_two_that_look_alike()
    {
        var twin = Root with { Thumbprint = Next.Thumbprint };

        var plan = Plan(State(on: true, Listed(1, Root)), Remembering().Knowing(1, Root), Ldaps(Root, twin));

        Assert.Equal("+Root ?Root", plan.Short());
    }

    [Fact]
    public void A_failed_registration_of_ours_is_taken_away_and_repeated()
    {
        var failed = Listed(1, Root, state: RegistrationState.RegisterFailed);

        var plan = Plan(State(on: false, failed), Remembering(Ours(1, Root)), Ldaps(Root));

        Assert.Equal("-Root ~Root +Root ?Root on on?", plan.Short());
    }

    [Fact]
    public void A_failed_registration_of_others_is_left_alone_and_helps_nobody()
    {
        var failed = Listed(1, Root, state: RegistrationState.RegisterFailed);

        var plan = Plan(State(on: true, failed), Remembering(), Ldaps(Root));

        Assert.Equal("+Root ?Root", plan.Short());
    }

    [Fact]
    public void A_registration_that_is_under_way_is_awaited()
    {
        var registering = Listed(1, Root, state: RegistrationState.Registering);

        var plan = Plan(State(on: false, registering), Remembering(Ours(1, Root)), Ldaps(Root));

        Assert.Equal("?Root on on?", plan.Short());
    }

    [Fact]
    public void What_we_enabled_is_disabled_before_its_last_certificate_goes()
    {
        var memory = Remembering(Ours(1, Root)).Enabled(CertificatePurpose.Ldaps, FeatureStatus.Disabled);

        var plan = Plan(State(on: true, Listed(1, Root)), memory, DesiredTrust.Nothing);

        Assert.Equal("off -Root ~Root", plan.Short());
    }

    [Fact]
    public void What_others_enabled_keeps_its_last_usable_certificate()
    {
        var current = State(on: true, Listed(1, Root), Listed(2, Issuer, state: RegistrationState.RegisterFailed));

        var plan = Plan(current, Remembering(Ours(1, Root)), DesiredTrust.Nothing);

        Assert.Empty(plan.Steps);
        Assert.Contains(plan.Notes, note => note.Contains("last usable certificate", StringComparison.Ordinal));
    }

    [Fact]
    public void An_empty_list_is_refused()
    {
        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), Ldaps());

        Assert.Empty(plan.Steps);
        Assert.Contains("No CA certificate is left", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void Ninety_days_before_expiry_it_is_too_late_to_register()
    {
        var plan = Plan(State(on: false), Remembering(), Ldaps(Ca("Late", daysLeft: 90)));

        Assert.Contains("could be registered until 2026-11-21", Assert.Single(plan.Refusals), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_registered_stays_in_its_last_ninety_days()
    {
        var late = Ca("Late", daysLeft: 10);

        var plan = Plan(State(on: true, Listed(1, late)), Remembering(Ours(1, late)), Ldaps(late));

        Assert.Empty(plan.Steps);
        Assert.Empty(plan.Refusals);
    }

    [Fact]
    public void What_we_removed_in_its_last_ninety_days_does_not_stop_a_rollback()
    {
        var late = Ca("Late", daysLeft: 10);
        var memory = Remembering(Ours(1, Root), Ours(null, late, phase: MemoryPhase.Removed));

        var plan = Plan(State(on: true, Listed(1, Root)), memory, Ldaps(Root, late));

        Assert.Empty(plan.Refusals);
        Assert.Contains(plan.Notes, note => note.Contains("cannot come back", StringComparison.Ordinal));
    }

    [Fact]
    public void Both_purposes_are_in_one_plan_and_do_not_see_each_other()
    {
        var desired = new DesiredTrust(SmartCard("http://ocsp.example.com", Root).SmartCard, Ldaps(Root).Ldaps);

        var plan = Plan(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), desired);

        Assert.Equal("+Root ?Root on on?", plan.Short());
        Assert.All(plan.Steps, step => Assert.Equal(CertificatePurpose.SmartCard, step.Purpose));
    }
}
