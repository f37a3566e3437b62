using Infra.TrustManager.CaCertificates;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Tests.Fakes;
using Infra.TrustManager.Tests.Trust;
using Infra.TrustManager.Trust;

namespace Infra.TrustManager.Tests.DirectoryTrust;

/// <summary>The life of one resource: created, updated, rolled back where that failed, and deleted.</summary>
internal static class TrustWalk
{
    /// <summary>
    /// Four certificates one after the other take four weeks, and one that is not valid yet up to 40 days and a week.
    /// </summary>
    private const int MaxWeeks = 12;

    /// <summary>Walks with a fault at one call of one event; returns how many calls that event made.</summary>
    /// <param name="stage">0 for Create, 1 for Update, 2 for Delete, 3 for the run at the end of the overlap.</param>
    public static async Task<int> WalkAsync(int seed, int stage, int call, CallFault? fault)
    {
        var scenario = new TrustScenario(seed);
        using var account = new TrustAccount(scenario.Delay) { OverlapDays = scenario.OverlapDays };
        var directory = account.Directory;
        directory.Ceilings[CertificatePurpose.SmartCard] = scenario.Ceiling;
        directory.Ceilings[CertificatePurpose.Ldaps] = scenario.Ceiling;
        FakeEntry[] foreign = [.. scenario.Foreign.Select(one => directory.Add(one.Certificate, one.Purpose, one.State))];
        foreach (var purpose in scenario.ForeignOn)
        {
            directory.SwitchOn(purpose);
        }

        // What is not valid yet keeps what is there until its first day, whenever that falls.
        var areAllValid = scenario.Certificates.All(certificate => certificate.NotBefore <= SomeTrust.Now);
        var made = 0;
        account.Drop(scenario.FirstBucket, scenario.FirstAnchored);
        var first = await StepAsync(
            0, await account.ReadAsync(scenario.First), () => account.CreateAsync(scenario.First));
        var current = scenario.First;
        if (first.Succeeded)
        {
            var before = Ours(account);
            var listedThen = Ours(account, one => scenario.SecondBucket.Contains(one.Certificate)
                || scenario.First.For(one.Purpose)!.Certificates.Contains(one.Certificate));
            directory.Unacceptable.UnionWith(scenario.Unacceptable);
            Decide(account, scenario);
            account.Drop(scenario.SecondBucket, scenario.SecondAnchored);
            var second = await StepAsync(
                1, await account.ReadAsync(scenario.Second), () => account.UpdateAsync(scenario.First, scenario.Second));
            if (second.Succeeded)
            {
                current = scenario.Second;
                await LiveOnAsync(current);
            }
            else
            {
                directory.Unacceptable.Clear();
                var back = await StepAsync(
                    -1,
                    await account.BackAsync(scenario.First),
                    () => account.UpdateAsync(scenario.Second, scenario.First));
                Assert.True(back.Succeeded, $"The rollback failed: {back.Reason}");
                var isRestored = back.Reason?.Contains("cannot come back", StringComparison.Ordinal) != true;
                Assert.True(
                    !isRestored || listedThen.All(Ours(account).Contains),
                    "The rollback brought back what was there and a source still lists.");
                account.Drop(scenario.FirstBucket, scenario.FirstAnchored);
                await LiveOnAsync(current, isDecidedAnew: scenario.FirstBucket.Count > 0);

                // Nothing leaves while it is not clear whether a desired certificate is there.
                var isClear = back.Reason?.Contains("may have another key", StringComparison.Ordinal) != true;
                if (isRestored && isClear && scenario.FirstBucket.Count == 0 && areAllValid)
                {
                    Assert.Equal(before, Ours(account));
                }
            }
        }

        var delete = await StepAsync(2, DesiredTrust.Nothing, () => account.DeleteAsync(current));
        Assert.True(delete.Succeeded, delete.Reason);
        Assert.Null(account.Memory.Memory);

        // What others switched on keeps its last usable certificate, even where that one is ours.
        FakeEntry[] left = [.. directory.Entries.Where(entry => entry.State != RegistrationState.Deregistering).Except(foreign)];
        Assert.All(foreign, entry => Assert.Contains(entry, directory.Entries));
        Assert.All(left, entry => Assert.Single(
            directory.Entries, one => one.Purpose == entry.Purpose && directory.IsUnexpired(one)));
        Assert.All(left, entry => Assert.Contains(entry.Purpose, scenario.ForeignOn));

        Assert.All(scenario.Purposes, purpose => Assert.Equal(scenario.ForeignOn.Contains(purpose), directory.IsOn(purpose)));
        return made;

        async Task<CustomResourceAnswer> StepAsync(int number, DesiredTrust to, Func<Task<CustomResourceAnswer>> send)
        {
            _ = new TrustWatch(account, to, foreign, scenario.ForeignOn);
            var predecessors = new Predecessors(account, to);
            account.Calls.Heal();
            account.Time.Advance(TimeSpan.FromMinutes(1));
            if (fault is { } kind && number == stage)
            {
                account.Calls.Plan(call, kind, 1);
            }

            var answer = await send();
            made = number == stage ? account.Calls.Names.Count : made;
            account.Calls.Heal();
            Assert.True(AnswerDocument.Render(answer).Length <= AnswerDocument.MaxBytes);
            // What a bucket brought meanwhile is in no rollback's desired trust; before its first day it may go at once.
            var isKnown = number != -1 || areAllValid || scenario.FirstBucket.Count + scenario.SecondBucket.Count == 0;
            if (answer.Succeeded && isKnown && number is 0 or 1 or -1)
            {
                await AssertDoneAsync(account, to);
            }

            if (scenario.OverlapDays > 0 && (number is 0 or 1 or -1))
            {
                predecessors.AssertKept();
            }

            return answer;
        }

        // As scheduled runs do: nothing new, and time that passes.
        async Task LiveOnAsync(DesiredTrust trust, bool isDecidedAnew = false)
        {
            if (scenario.OverlapDays == 0)
            {
                return;
            }

            account.Time.Advance(TimeSpan.FromDays(3));
            var between = await StepAsync(4, await account.ReadAsync(trust), () => account.UpdateAsync(trust, trust));
            if (IsFull(between) || (isDecidedAnew && !between.Succeeded && IsTheDirectorys(between.Reason)))
            {
                return;
            }

            Assert.True(between.Succeeded, between.Reason);
            Assert.True(isDecidedAnew || !areAllValid || between.Data[DirectoryTrustOutputs.Changed] == "false", between.Reason);

            // What is not decided would keep certificates until they are expired: its files are taken away.
            account.Drop(account.Source.Strangers.Where(IsDecided).ToArray(), account.Source.Strangers.Where(IsAnchored).ToArray());
            account.Time.Advance(TimeSpan.FromDays(4.1));
            var end = await StepAsync(3, await account.ReadAsync(trust), () => account.UpdateAsync(trust, trust));
            for (var week = 1; !end.Succeeded || end.Data[DirectoryTrustOutputs.Waiting] != DirectoryTrustOutputs.None; week++)
            {
                Assert.True(week <= MaxWeeks, $"It still waits: {end.Reason}");
                account.Time.Advance(TimeSpan.FromDays(end.Succeeded ? 7.1 : 0));
                end = await StepAsync(4, await account.ReadAsync(trust), () => account.UpdateAsync(trust, trust));
                if (IsFull(end) || (!end.Succeeded && IsTheDirectorys(end.Reason)))
                {
                    return;
                }

                Assert.True(end.Succeeded, end.Reason);
            }

            await AssertDoneAsync(account, await account.ReadAsync(trust));
        }

        // What can no longer be registered is never decided, and keeps what it may be meant to replace.
        bool IsDecided(CaCertificate certificate) =>
            (IsAnchored(certificate) || scenario.Decided.Any(one => one.Certificate.Equals(certificate)))
            && (certificate.IsRegistrable(account.Time.GetUtcNow() + TimeSpan.FromDays(7 * (MaxWeeks + 1)))
                || directory.Entries.Any(entry => entry.Certificate.Equals(certificate)));

        bool IsAnchored(CaCertificate certificate) => account.Source.Anchored.Contains(certificate.Thumbprint);

        // What was decided meanwhile, or may be registered after a rollback, may be more than a directory takes.
        bool IsFull(CustomResourceAnswer answer) => !answer.Succeeded && scenario.FirstBucket.Count + scenario.SecondBucket.Count > 0
            && answer.Reason!.Contains("slots are missing", StringComparison.Ordinal);
    }

    private static void Decide(TrustAccount account, TrustScenario scenario)
    {
        foreach (var purpose in scenario.Purposes)
        {
            foreach (var (certificate, isApproved) in scenario.Decided.Where(one => account.Memory.Memory is not null))
            {
                account.Decide(purpose, certificate, isApproved);
            }
        }
    }

    private static async Task AssertDoneAsync(TrustAccount account, DesiredTrust desired)
    {
        if (account.Memory.Memory is not { Attempt: null } memory)
        {
            return;
        }

        var state = await new DirectoryReader(account.Directory).ReadAsync("", desired, memory, CancellationToken.None);
        var now = account.Time.GetUtcNow();
        var plan = TrustPlan.Between(
            state, memory.Recalling(state, now), desired, account.Ceilings, account.Rules, now);
        Assert.Empty(plan.Refusals);
        Assert.Empty(plan.Steps);
    }

    /// <summary>What waited for its slot may be refused when its day has come: a person is told.</summary>
    private static bool IsTheDirectorys(string? reason) =>
        reason?.Contains("is registered already", StringComparison.Ordinal) == true
        || reason?.Contains("did not accept", StringComparison.Ordinal) == true;

    private static string[] Ours(TrustAccount account, Predicate<RememberedCertificate>? isMeant = null) =>
    [
        .. account.Memory.Memory!.Certificates.Where(entry => entry.CertificateId is not null)
            .Where(entry => isMeant?.Invoke(entry) != false)
            .Where(entry => account.Directory.Entries.Any(one => one.Id == entry.CertificateId))
            .Select(entry => $"{entry.Purpose} {entry.Certificate.CommonName} {entry.OcspUrl}").Order(StringComparer.Ordinal),
    ];
}
