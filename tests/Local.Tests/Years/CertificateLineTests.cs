using Infra.Local.Years.Pki;

namespace Infra.Local.Tests.Years;

/// <summary>The simulated PKI teams are slow and forgetful, but what they do can work: outages are never their fault.</summary>
public sealed class CertificateLineTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void At_any_time_something_is_in_use_and_every_certificate_above_it_is_valid(int seed)
    {
        using var root = new CertificateLine(Habits.CardRoot, null, "cards/", new Random(seed), Start);
        using var issuer = new CertificateLine(Habits.CardIssuer, root, "cards/", new Random(seed + 100), Start);

        for (var day = 0; day < 3650; day++)
        {
            var now = Start.AddDays(day);
            root.Act(now, _ => true);
            issuer.Act(now, generation => generation.NotAfter < now.AddDays(180));
            var used = issuer.Generations.Where(one => one.IsUsedAt(now)).SelectMany(one => one.Chain()).ToArray();
            Assert.NotEmpty(used);
            Assert.All(used, one => Assert.True(one.NotAfter > now && one.WithdrawnAt is null, $"{one.CommonName} on day {day}"));
        }
    }

    [Fact]
    public void A_team_that_forgets_does_nothing_until_it_is_asked()
    {
        using var line = new CertificateLine(
            Habits.Servers with { Forgets = 1 }, null, "servers/", new Random(1), Start);

        line.Act(Start.AddDays(200), _ => false);
        var before = line.Generations.Count;
        line.Act(Start.AddDays(201), _ => true);
        line.Act(Start.AddDays(250), _ => true);

        Assert.Equal((1, 2, 1), (before, line.Generations.Count, line.Asked));
    }

    [Fact]
    public void A_team_in_a_hurry_swaps_the_files_and_relies_on_the_overlap()
    {
        using var line = new CertificateLine(
            Habits.Servers with { Forgets = 0, Swaps = 1 }, null, "servers/", new Random(1), Start);

        var (dropped, withdrawn) = line.Act(Start.AddDays(290), _ => false);

        Assert.Equal(Start.AddDays(293), dropped!.UsedFrom);
        Assert.Equal(Start.AddDays(295), Assert.Single(withdrawn).UsedUntil);
    }

    [Fact]
    public void A_successor_is_used_only_after_three_weeks()
    {
        using var line = new CertificateLine(
            Habits.Servers with { Forgets = 0, Swaps = 0 }, null, "servers/", new Random(1), Start);

        var dropped = line.Act(Start.AddDays(299), _ => false).Dropped;

        Assert.Equal(Start.AddDays(299 + 21), dropped!.UsedFrom);
    }
}
