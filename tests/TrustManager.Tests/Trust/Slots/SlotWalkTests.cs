using System.Globalization;
using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.Trust;
using Infra.TrustManager.Trust.Forecast;
using static Infra.TrustManager.Tests.Trust.SomeTrust;

namespace Infra.TrustManager.Tests.Trust.Slots;

/// <summary>Random rotations in little room, lived through day by day.</summary>
public sealed class SlotWalkTests
{
    private const int Walks = 3000;

    /// <summary>Four chains one after the other take four weeks.</summary>
    private const int Days = 60;

    [Fact]
    public void What_the_first_plan_accepts_every_later_one_carries_on_to_the_end()
    {
        var (accepted, waited) = (0, 0);
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var old = Chains(random, "old");
            var next = Chains(random, "new");
            var ceiling = old.Length + random.Next(0, 4);
            var directory = new ImaginedDirectory(
                State(on: true, [.. old.Select((ca, i) => Listed(i + 1, ca))]),
                Remembering([.. old.Select((ca, i) => Ours(i + 1, ca).Since(-100))]));
            var rules = RotationRules.Default with { Overlap = TimeSpan.FromDays(random.Next(3) * 4) };
            for (var day = 0; day <= Days; day++)
            {
                var plan = Plan(directory.State, directory.Memory, Ldaps(next), new Ceilings(100, ceiling), rules, day);
                if (plan.Refusals.Count > 0)
                {
                    Assert.True(day == 0, $"Seed {seed}: accepted on day 0, refused on day {day}: {plan.Refusals[0]}");
                    goto Next;
                }

                accepted += day == 0 ? 1 : 0;
                waited += day == 0 && plan.Waiting.Any(IsArrival) ? 1 : 0;
                directory = directory.After(plan, Now.AddDays(day));
                Assert.True(directory.State.Certificates.Count <= ceiling, $"Seed {seed}: too many on day {day}");
            }

            Assert.Equal(
                next.Select(ca => ca.CommonName).Order(),
                directory.State.Certificates.Select(entry => entry.CommonName).Order());
        Next:;
        }

        Assert.True(accepted > Walks / 4, $"{accepted} of {Walks} were accepted");
        Assert.True(waited > Walks / 20, $"{waited} of {Walks} waited for a slot");
    }

    private static bool IsArrival(WaitingStep waiting) => waiting.Step is TrustStep.Register;

    /// <summary>Up to four chains of one or two; some keep their names.</summary>
    private static CaCertificate[] Chains(Random random, string generation)
    {
        List<CaCertificate> all = [];
        var chains = random.Next(1, 4);
        for (var chain = 0; chain < chains; chain++)
        {
            var root = Ca($"{generation} root {chain}", of: Name("root", chain));
            all.Add(root);
            if (random.Next(2) == 0)
            {
                var issuer = Ca($"{generation} issuer {chain}", of: Name("issuer", chain));
                all.Add(issuer with { IssuerThumbprint = root.Thumbprint });
            }
        }

        return [.. all];

        string Name(string kind, int chain) => random.Next(3) == 0
            ? $"{generation} {kind} {chain}"
            : string.Create(CultureInfo.InvariantCulture, $"{kind} {chain}");
    }
}
