using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

public sealed class AddOnlyTests
{
    private const CertificatePurpose Purpose = CertificatePurpose.Ldaps;

    private static readonly CaCertificate A = Ca("A");
    private static readonly CaCertificate B = Ca("B");

    [Fact]
    public void What_adds_is_done_and_what_removes_is_not() => Assert.Equal(
        "+B ?B on on?",
        Of([Add(B), Await(B), new TrustStep.Enable(Purpose), new TrustStep.AwaitEnabled(Purpose), .. Remove(1, A), new TrustStep.Disable(Purpose)], 5));

    [Fact]
    public void A_registration_that_needs_the_slot_of_another_waits() =>
        Assert.Equal("", Of([.. Remove(1, A), Add(B), Await(B)], ceiling: 1));

    [Fact]
    public void A_registration_for_which_a_slot_is_free_does_not_wait_for_a_removal() =>
        Assert.Equal("+B ?B", Of([.. Remove(1, A), Add(B), Await(B)], ceiling: 2));

    [Fact]
    public void A_certificate_that_is_to_go_and_come_back_stays() =>
        Assert.Equal("", Of([.. Remove(1, A), Add(A), Await(A)], ceiling: 5));

    [Fact]
    public void A_successor_of_the_same_name_does_not_wait_for_the_end_of_the_old_one()
    {
        var reissued = Ca("A2", daysLeft: 3000) with { CommonName = "A" };

        Assert.Equal("+A ?A", Of([.. Remove(1, A), Add(reissued), Await(reissued)], ceiling: 5));
    }

    [Fact]
    public void Nothing_is_enabled_that_would_have_no_certificate()
    {
        var broken = Listed(1, A, Purpose, RegistrationState.RegisterFailed);

        var steps = AddOnly.Of(
            [.. Remove(1, A), Add(A), Await(A), new TrustStep.Enable(Purpose)], State(on: false, broken), new Ceilings(5, 5));

        Assert.Empty(steps);
    }

    private static TrustStep.Register Add(CaCertificate certificate) => new(Purpose, certificate, null);

    private static TrustStep.AwaitRegistered Await(CaCertificate certificate) => new(Purpose, certificate);

    private static TrustStep[] Remove(int id, CaCertificate certificate) =>
    [
        new TrustStep.Deregister(Purpose, Id(id), certificate.CommonName, "it is wanted no more"),
        new TrustStep.AwaitDeregistered(Purpose, Id(id), certificate.CommonName),
    ];

    private static string Of(IReadOnlyList<TrustStep> steps, int ceiling) => new TrustPlan(
        AddOnly.Of(steps, State(on: true, Listed(1, A)), new Ceilings(ceiling, ceiling)), [], []).Short();
}
