using System.Text;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust.Reconciling;

/// <summary>Random directories whose sources change, with a fault at every single call of a run.</summary>
public sealed class RunFaultTests
{
    /// <summary>Seeds, each of which is walked with every fault at every call: about 150 walks a seed.</summary>
    private const int Seeds = 12;

    /// <summary>Two more than the overlap: a run that died is a day lost.</summary>
    private const int Days = 10;

    [Fact]
    public async Task Whatever_the_sources_list_the_directory_follows_in_safety()
    {
        for (var seed = 5000; seed < 5400; seed++)
        {
            await AssertAsync(seed, faultyDay: 0, call: 0, fault: null);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task A_fault_at_any_call_of_a_run_is_made_good_by_the_next(int faultyDay)
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (calls, end) = await AssertAsync(seed, faultyDay, call: 0, fault: null);
            for (var call = 0; call < calls; call++)
            {
                foreach (var fault in Enum.GetValues<CallFault>())
                {
                    var (_, after) = await AssertAsync(seed, faultyDay, call, fault);
                    Assert.Equal(end, after);
                }
            }
        }
    }

    private static async Task<(int Calls, string[] End)> AssertAsync(int seed, int faultyDay, int call, CallFault? fault)
    {
        try
        {
            return await WalkAsync(new TrustScenario(seed), faultyDay, call, fault);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"Seed {seed}, day {faultyDay}, {fault} at call {call}.", failure);
        }
    }

    /// <summary>Deploys, lets the sources change, and lives on; returns the calls of the faulty day, and the end.</summary>
    private static async Task<(int Calls, string[] End)> WalkAsync(
        TrustScenario scenario, int faultyDay, int call, CallFault? fault)
    {
        using var account = new RotatingAccount(scenario.Delay);
        var directory = account.Base.Directory;
        directory.Ceilings[CertificatePurpose.SmartCard] = scenario.Ceiling;
        directory.Ceilings[CertificatePurpose.Ldaps] = scenario.Ceiling;
        FakeEntry[] foreign = [.. scenario.Foreign.Select(one => directory.Add(one.Certificate, one.Purpose, one.State))];
        foreach (var purpose in scenario.ForeignOn)
        {
            directory.SwitchOn(purpose);
        }

        account.Base.OverlapDays = 7;
        var created = await account.Base.CreateAsync(scenario.First);
        if (!created.Succeeded)
        {
            return (0, []);
        }

        var wanted = new DesiredTrust(
            After(CertificatePurpose.SmartCard, scenario, account), After(CertificatePurpose.Ldaps, scenario, account));
        var made = 0;
        for (var day = 1; day <= Days; day++)
        {
            account.Base.Calls.Heal();
            account.Base.Time.Advance(TimeSpan.FromDays(1));
            _ = new TrustWatch(account.Base, wanted, foreign, scenario.ForeignOn);
            if (fault is { } kind && day == faultyDay)
            {
                account.Base.Calls.Plan(call, kind, 1);
            }

            await account.RunAsync();
            made = day == faultyDay ? account.Base.Calls.Names.Count : made;
        }

        account.Base.Calls.Heal();
        await LiveUntilValidAsync(account, scenario);
        Assert.Null(account.Memory.Lease);
        await AssertQuietAsync(account);
        return (made, [.. directory.Entries
            .Select(entry => $"{entry.Purpose} {entry.Certificate.CommonName} {entry.State}").Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is delivered before its first day is waited for, and then for the overlap.</summary>
    private static async Task LiveUntilValidAsync(RotatingAccount account, TrustScenario scenario)
    {
        var last = scenario.Certificates.Max(certificate => certificate.NotBefore);
        while (account.Base.Time.GetUtcNow() < last.AddDays(Days))
        {
            await account.PassAsync(3);
        }
    }

    /// <summary>Another day changes nothing but what people were told, which a date may be due for.</summary>
    private static async Task AssertQuietAsync(RotatingAccount account)
    {
        var before = Untold(account);
        await account.PassAsync(1);
        if (account.Figure("RunFailed") == 0)
        {
            Assert.Equal(before, Untold(account));
        }
    }

    private static string Untold(RotatingAccount account) =>
        Encoding.UTF8.GetString(MemoryDocument.Write(account.Memory with { Sent = [] }));

    private static DesiredPurpose? After(CertificatePurpose purpose, TrustScenario scenario, RotatingAccount account)
    {
        if (scenario.First.For(purpose) is not { } first || scenario.Second.For(purpose) is not { } second)
        {
            return scenario.First.For(purpose);
        }

        account.Drop(purpose, [.. second.Certificates]);
        return first with { Certificates = second.Certificates };
    }
}
