using Infra.TrustManager.CaCertificates;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust;

public sealed class ReservationTests
{
    private static readonly CaCertificate Stranger = Ca("Stranger", daysLeft: 3000);
    private static readonly CaCertificate More = Ca("More");

    private static readonly CaCertificate[] Four = [.. Enumerable.Range(1, 4).Select(number => Ca($"{number}"))];

    [Fact]
    public void An_additional_ca_from_a_bucket_leaves_the_slot_to_what_waits()
    {
        var plan = Plan(Four, Ldaps([.. Four, More]).WithPaths(More).Withholding(Withheld(Stranger)));

        Assert.Empty(plan.Refusals);
        Assert.Equal("", plan.Short());
        Assert.Contains(plan.Notes, note => note.StartsWith("'More'", StringComparison.Ordinal)
            && note.Contains("slots are kept free for 'Stranger'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_slot_more_is_enough_for_both()
    {
        var plan = Plan(Four[..3], Ldaps([.. Four[..3], More]).WithPaths(More).Withholding(Withheld(Stranger)));

        Assert.Equal("+More ?More", plan.Short());
        Assert.Single(plan.Notes);
    }

    [Fact]
    public void What_the_environment_file_names_never_gives_way_to_what_waits()
    {
        var plan = Plan(Four, Ldaps([.. Four, More]).Withholding(Withheld(Stranger)));

        Assert.Equal("+More ?More", plan.Short());
        Assert.Contains(plan.Notes, note => note.Contains("no slot is free for 'Stranger'", StringComparison.Ordinal));
    }

    [Fact]
    public void A_successor_never_gives_way_to_what_waits()
    {
        var next = Ca("Next", daysLeft: 2000, of: "1");

        var plan = Plan(Four, Ldaps([.. Four, next]).WithPaths(next).Withholding(Withheld(Stranger)));

        Assert.Equal("+Next ?Next", plan.Short());
    }

    [Fact]
    public void A_directory_without_a_usable_certificate_keeps_no_slot_free()
    {
        CaCertificate[] five = [.. Four, More];

        var plan = Plan([], Ldaps(five).WithPaths(five).Withholding(Withheld(Stranger)));

        Assert.Equal(5, plan.Steps.Count(step => step.Text.StartsWith("register", StringComparison.Ordinal)));
    }

    private static Infra.TrustManager.Trust.TrustPlan Plan(CaCertificate[] registered, Infra.TrustManager.Trust.DesiredTrust desired) =>
        SomeTrust.Plan(
            State(on: registered.Length > 0, [.. registered.Select((ca, i) => Listed(i + 1, ca))]),
            Remembering([.. registered.Select((ca, i) => Ours(i + 1, ca))]),
            desired);
}
