using System.Collections.Immutable;
using Infra.Local.DirectoryService;
using Infra.Local.DirectoryService.History;
using Infra.Local.DirectoryService.Registrations;
using Infra.Local.Years.Accidents;
using Infra.Local.Years.Findings;
using Infra.Local.Years.Pki;

namespace Infra.Local.Tests.Years;

public sealed class RemovalsTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_certificate_that_is_in_use_must_not_go()
    {
        using var team = Team();
        var removals = Removals(team);

        removals.Look(Change(Start.AddDays(10), [Registered(team, 0, Start)], []));

        Assert.Contains("in use", Assert.Single(removals.Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_that_its_source_lists_must_not_go()
    {
        using var team = Team();
        var removals = Removals(team);
        team.Lines[0].Generations[0].UsedUntil = Start.AddDays(5);

        removals.Look(Change(Start.AddDays(10), [Registered(team, 0, Start)], []));

        Assert.Contains("still lists", Assert.Single(removals.Wrong), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6.9, 1)]
    [InlineData(7.0, 0)]
    public void Nothing_goes_before_its_successor_was_registered_for_the_overlap(double days, int wrong)
    {
        using var team = Team();
        var removals = Removals(team);
        var old = team.Lines[0].Generations[0];
        (old.UsedUntil, old.WithdrawnAt) = (Start.AddDays(90), Start.AddDays(90));
        var successor = new RegisteredCertificate
        {
            Id = "c-0000000002",
            Type = CertificateType.ClientLDAPS,
            State = CertificateState.Registered,
            Thumbprint = "02",
            CommonName = "Successor",
            NotBefore = Start,
            NotAfter = Start.AddDays(900),
            RegisteredAt = Start.AddDays(100),
        };
        var first = Registered(team, 0, Start);

        removals.Look(Change(Start.AddDays(100 + days), [first, successor], [successor]));

        Assert.Equal(wrong, removals.Wrong.Count);
    }

    [Fact]
    public void What_is_expired_and_withdrawn_may_go()
    {
        using var team = Team();
        var removals = Removals(team);
        var old = team.Lines[0].Generations[0];
        old.WithdrawnAt = old.NotAfter;

        removals.Look(Change(old.NotAfter.AddDays(1), [Registered(team, 0, Start)], []));

        Assert.Empty(removals.Wrong);
        Assert.Equal(1, removals.Right);
    }

    private static PkiTeam Team() => PkiTeam.Of(
        new PkiFolder("example-pki", "servers/", IsSmartCard: false, [DirectoryService.Some.ManagedId]),
        seed: 1,
        Start);

    private static Removals Removals(PkiTeam team) =>
        new([team], new ByHand(new Random(1)), TimeSpan.FromDays(7));

    private static RegisteredCertificate Registered(PkiTeam team, int generation, DateTimeOffset at)
    {
        var certificate = team.Lines[0].Generations[generation];
        return new RegisteredCertificate
        {
            Id = "c-0000000001",
            Type = CertificateType.ClientLDAPS,
            State = CertificateState.Registered,
            Thumbprint = certificate.Thumbprint,
            CommonName = certificate.CommonName,
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            RegisteredAt = at,
        };
    }

    private static DirectoryChange Change(
        DateTimeOffset at, ImmutableList<RegisteredCertificate> before, ImmutableList<RegisteredCertificate> after) =>
        new(at, DirectoryService.Some.ManagedId, State(before), State(after));

    private static DirectoryState State(ImmutableList<RegisteredCertificate> certificates) =>
        new(DirectoryStage.Active, Start, certificates, SmartCard: null, Ldaps: null);
}
