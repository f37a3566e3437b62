using System.Globalization;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Trust;
using Infra.TrustManager.Trust.Forecast;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust.Forecast;

public sealed class TrustForecastTests
{
    [Fact]
    public void A_rotation_in_little_room_is_told_to_its_end()
    {
        var (a, b) = (Ca("A", of: "CA A"), Ca("B", of: "CA B"));

        var lines = From(
            State(on: true, Listed(1, a), Listed(2, b)),
            Remembering(Ours(1, a).Since(-9), Ours(2, b).Since(-9)),
            Ldaps(Ca("A2", 2000, of: "CA A"), Ca("B2", 2000, of: "CA B")),
            new Ceilings(100, 3));

        Assert.Equal(
            [
                "7 deregister 'A' (c-0000000001) from client-side LDAPS",
                $"7 register 'B2' ({Ca("B2").Thumbprint}) for client-side LDAPS",
                "14 deregister 'B' (c-0000000002) from client-side LDAPS",
            ],
            lines);
    }

    [Theory]
    [InlineData("2000-01-01", CertificatePurpose.Ldaps)]
    [InlineData("2026-11-21", CertificatePurpose.Ldaps)]
    [InlineData("9899-12-31", CertificatePurpose.Ldaps)]
    [InlineData("2000-01-01", CertificatePurpose.SmartCard)]
    [InlineData("2026-11-21", CertificatePurpose.SmartCard)]
    [InlineData("9899-12-31", CertificatePurpose.SmartCard)]
    public void Certificates_without_an_end_can_be_rotated_on_any_day_that_may_be_asked_for(
        string day, CertificatePurpose purpose)
    {
        CaCertificate[] all = [.. Enumerable.Range(1, 3).SelectMany(number => new[]
        {
            Endless($"A{number}", of: "A"), Endless($"B{number}", of: "B"), Endless($"C{number}", of: $"C{number}"),
        })];
        var now = DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        for (var ceiling = 3; ceiling <= 6; ceiling++)
        {
            var ceilings = new Ceilings(ceiling, ceiling);
            var state = State(on: true, [.. all[..3].Select((ca, index) => Listed(index + 1, ca, purpose))]);
            var memory = Remembering([.. all[..3].Select((ca, index) => Ours(index + 1, ca, purpose).Since(-index))]);
            var wanted = purpose == CertificatePurpose.Ldaps ? Ldaps(all[3..6]) : SmartCard(null, all[3..6]);

            var lines = TrustForecast.From(state, memory, wanted, ceilings, RotationRules.Default, now);
            var plan = TrustPlan.Between(state, memory, wanted, ceilings, RotationRules.Default, now);

            Assert.All(lines, line => Assert.True(line.On > now));
            Assert.True(plan.Steps.Count + plan.Refusals.Count > 0, $"ceiling {ceiling}");
        }

        static CaCertificate Endless(string name, string of) => Ca(name, of: of, key: of) with
        {
            NotAfter = new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        };
    }

    [Fact]
    public void Without_a_successor_it_tells_the_last_registration_and_the_end()
    {
        var root = Ca("Root", daysLeft: 400);

        var lines = From(State(on: true, Listed(1, root)), Remembering(Ours(1, root).Since(-9)), Ldaps(root));

        Assert.Equal(
            [
                "310 'Root' of client-side LDAPS cannot be registered again any more",
                "400 'Root' of client-side LDAPS expires",
            ],
            lines);
    }

    [Fact]
    public void What_serves_smart_cards_until_it_is_expired_goes_on_that_day()
    {
        var old = Ca("Old", daysLeft: 100, of: "CA", key: "CA");
        var next = Ca("Next", daysLeft: 2000, of: "CA", key: "CA");

        var lines = From(
            State(on: true, Listed(1, old, CertificatePurpose.SmartCard)),
            Remembering(Ours(1, old, CertificatePurpose.SmartCard).Since(-9)),
            SmartCard(null, next));

        Assert.Equal(["100 deregister 'Old' (c-0000000001) from smart card sign-in"], lines);
    }

    [Fact]
    public void A_hundred_certificates_are_told_in_bounded_lines()
    {
        CaCertificate[] many =
            [.. Enumerable.Range(0, 100).Select(number => Ca($"CA {number}", daysLeft: 200 + number))];

        var lines = From(
            State(on: true, [.. many.Select((ca, i) => Listed(i + 1, ca, CertificatePurpose.SmartCard))]),
            Remembering([.. many.Select((ca, i) => Ours(i + 1, ca, CertificatePurpose.SmartCard).Since(-9))]),
            SmartCard(null, many));

        Assert.Equal(100, lines.Count);
        Assert.StartsWith("110 'CA 0'", lines[0], StringComparison.Ordinal);
    }

    private static List<string> From(
        DirectoryState state, TrustMemory memory, DesiredTrust desired, Ceilings? ceilings = null) =>
    [
        .. TrustForecast.From(state, memory, desired, ceilings ?? Ceilings.Documented, RotationRules.Default, Now)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{(line.On - Now).TotalDays} {line.What}")),
    ];
}
