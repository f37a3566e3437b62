using Infra.TrustManager.CaRenewal.Planning;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Tests.CaCertificates;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.CaRenewal;

/// <summary>A renewal in which one call goes wrong, at every call there is.</summary>
public sealed class CaRenewalFaultTests
{
    /// <summary>So many times in a row that patience runs out, and the run fails.</summary>
    private const int ForLong = 60;

    public static TheoryData<CallFault, int> Faults
    {
        get
        {
            var faults = new TheoryData<CallFault, int>();
            foreach (var fault in Enum.GetValues<CallFault>())
            {
                faults.Add(fault, 1);
                if (fault is not (CallFault.CrashBefore or CallFault.CrashAfter))
                {
                    faults.Add(fault, ForLong);
                }
            }

            return faults;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task After_any_fault_the_next_run_finishes_with_one_import(CallFault fault, int times)
    {
        foreach (var subordinate in new[] { false, true })
        {
            var calls = await WalkAsync(subordinate, at: 0, fault: null, times);
            for (var at = 0; at < calls; at++)
            {
                await WalkAsync(subordinate, at, fault, times);
            }
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_fails_the_run_and_says_why()
    {
        using var account = Account(subordinate: false);
        account.Ca.Certificate = new CertificateAndChain(FieldFile.Pem("f1-no-seconds.pem"), null);

        var answer = await account.RunAsync();

        Assert.Contains(
            "its validity dates are not in the form of RFC 5280 (4.1.2.5); have it issued again.",
            answer!["error"]!.GetValue<string>(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_overtakes_another_imports_nothing_else()
    {
        using var probe = Account(subordinate: true);
        var calls = new OvertakenCa(probe.PrivateCa);
        probe.Around = _ => calls;
        await probe.RunAsync();
        for (var at = 0; at < calls.Made; at++)
        {
            using var account = Account(subordinate: true);
            var overtaken = new OvertakenCa(account.PrivateCa, at, async () => await account.RunAsync());
            account.Around = _ => overtaken;

            await account.RunAsync();

            await AssertDoneAsync(account, $"overtaken at {at}");
        }
    }

    private static RenewalAccount Account(bool subordinate) => new(subordinate, daysLeft: 300);

    private static async Task<int> WalkAsync(bool subordinate, int at, CallFault? fault, int times)
    {
        using var account = Account(subordinate);
        var present = account.Ca.Certificate!;
        if (fault is { } kind)
        {
            account.Calls.Plan(at, kind, times);
        }

        await account.RunAsync();
        var made = account.Calls.Names.Count;
        AssertUsable(account, present);
        account.Calls.Heal();
        if (fault is not null && times == 1)
        {
            await account.RunAsync();
            Assert.Single(account.Issuer.Orders);
        }
        else if (fault is not null)
        {
            // Longer than an idempotency token lasts, so that nothing is owed to it.
            await account.RunDaysAsync(1);
        }

        await AssertDoneAsync(account, $"{fault} x{times} at {at}, {(subordinate ? "subordinate" : "root")}");
        return made;
    }

    private static void AssertUsable(RenewalAccount account, CertificateAndChain present)
    {
        Assert.NotNull(account.Ca.Certificate);
        Assert.Equal(CaStatus.Active, account.Ca.Status);
        Assert.All(account.Ca.Imported, imported => Assert.Empty(
            SuccessorCheck.Problems(present, imported, account.Settings.Reissue!)));
    }

    private static async Task AssertDoneAsync(RenewalAccount account, string when)
    {
        var memory = account.Memory.Memory;
        Assert.True(memory is not null, when);
        Assert.True(account.Ca.Imported.Distinct().Count() == 1, $"{when}: {account.Ca.Imported.Count} imports");
        Assert.True(memory.Attempt is null, when);
        Assert.StartsWith("reissued", memory.History[^1].What, StringComparison.Ordinal);
        Assert.Equal(account.Thumbprint, memory.Current!.Thumbprint);
        Assert.Equal(account.Ca.Certificate!.CertificateDer(), account.Published);
        Assert.Contains(account.Topic.Told, message => message.Key.StartsWith("windows/", StringComparison.Ordinal));
        var writes = account.Memory.Writes;
        await account.RunAsync();
        Assert.Equal(writes, account.Memory.Writes);
    }
}
