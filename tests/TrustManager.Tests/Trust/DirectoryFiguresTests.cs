using Infra.TrustManager.Admission;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Telemetry;
using Infra.TrustManager.Trust;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class DirectoryFiguresTests
{
    private static readonly CaCertificate Root = Ca("Root", daysLeft: 150);

    [Fact]
    public void The_first_end_counts_until_its_successor_is_registered()
    {
        var next = Ca("Next", daysLeft: 3000, of: "Root");

        var alone = Figures(Remembering(Ours(1, Root)), [Root], Root);
        var succeeded = Figures(Remembering(Ours(1, Root), Ours(2, next)), [Root, next], Root, next);

        Assert.Equal(150, alone[TrustManagerMetrics.DaysToExpiry]);
        Assert.Equal(60, alone[TrustManagerMetrics.DaysToLastRegistration]);
        Assert.Equal(1, alone[TrustManagerMetrics.SuccessorsMissing]);
        Assert.Equal(3000, succeeded[TrustManagerMetrics.DaysToExpiry]);
        Assert.Equal(0, succeeded[TrustManagerMetrics.SuccessorsMissing]);
    }

    [Fact]
    public void Drift_counts_what_this_run_noticed()
    {
        var memory = Remembering(Ours(1, Root))
            .Drifting(new Occasion(Now.AddDays(-1), "r"), CertificatePurpose.Ldaps, "off", "It was switched off")
            .Drifting(new Occasion(Now, "r"), CertificatePurpose.Ldaps, "new/c-2", "Another was registered");

        Assert.Equal(1, Figures(memory, [Root], Root)[TrustManagerMetrics.Drift]);
    }

    [Fact]
    public void What_waits_for_approval_counts_and_what_was_rejected_or_cannot_be_registered_does_not()
    {
        var desired = Ldaps(Root).Withholding(
            Withheld(Ca("One")),
            Withheld(Ca("Two")),
            Withheld(Ca("Rejected"), WithheldKind.Rejected),
            Withheld(Ca("Late"), WithheldKind.NotRegistrable),
            Unreadable("damaged"));

        var figures = DirectoryFigures.Of(State(on: true, Listed(1, Root)), Remembering(Ours(1, Root)), desired, Now);

        Assert.Equal(2, figures[TrustManagerMetrics.CertificatesAwaitingApproval]);
        Assert.Equal(
            0, Figures(Remembering(Ours(1, Root)), [Root], Root)[TrustManagerMetrics.CertificatesAwaitingApproval]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void A_hold_counts_until_it_ends(double untilDay, double held)
    {
        var memory = Remembering() with { Hold = new DirectoryHold(Now.AddDays(-1), Now.AddDays(untilDay), "Audit") };

        Assert.Equal(held, Figures(memory, [Root], Root)[TrustManagerMetrics.Held]);
    }

    [Fact]
    public void Without_a_certificate_there_is_no_end()
    {
        var figures = Figures(Remembering(), []);

        Assert.DoesNotContain(TrustManagerMetrics.DaysToExpiry, figures.Keys);
    }

    private static IReadOnlyDictionary<string, double> Figures(
        TrustMemory memory, CaCertificate[] registered, params CaCertificate[] desired) => DirectoryFigures.Of(
        State(on: true, [.. registered.Select((ca, i) => Listed(i + 1, ca))]), memory, Ldaps(desired), Now);
}
