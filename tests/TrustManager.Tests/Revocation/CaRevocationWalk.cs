using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

/// <summary>
/// Breaks every single call to AWS in every way, once or for good, and then lets Lambda and CloudFormation do what they
/// do: repeat, roll back, delete.
/// </summary>
public sealed class CaRevocationWalk
{
    private static readonly RevocationSettings Original = new(Some.EarlierCrl, Some.Ocsp);

    private static readonly Dictionary<string, string> First = Some.PropertyValues(("RestoreBucketName", Some.OtherBucket));

    private static readonly Dictionary<string, string> Second = Some.PropertyValues(
        ("RestoreBucketName", Some.OtherBucket), ("ExpirationInDays", "14"), ("CustomCname", "crl2.corp.example.mil"));

    private static readonly RevocationSettings FirstSettings = Settings(First);
    private static readonly RevocationSettings SecondSettings = Settings(Second);

    public static TheoryData<RequestKind, CallFault, int> Faults
    {
        get
        {
            var data = new TheoryData<RequestKind, CallFault, int>();
            foreach (var kind in Enum.GetValues<RequestKind>())
            {
                foreach (var fault in Enum.GetValues<CallFault>())
                {
                    data.Add(kind, fault, 1);
                    data.Add(kind, fault, int.MaxValue);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_breaks_it_is_answered_and_the_CA_is_as_before_or_as_wanted(RequestKind kind, CallFault fault, int times)
    {
        var calls = await CallsOfAsync(kind);
        Assert.InRange(calls.Count, 4, 40);

        for (var at = 0; at < calls.Count; at++)
        {
            using var account = await PreparedAsync(kind);
            account.Calls.Plan(at, fault, times);
            var story = $"{kind}, {fault} x {times} at call {at} ({calls[at]})";

            var answer = await RequestAsync(account, kind);
            account.Calls.Heal();

            Assert.Contains(account.Ca.Revocation, Allowed(kind, answer.Succeeded));
            await ContinueAsync(account, kind, answer.Succeeded, story);
            Assert.True(account.Ca.Revocation == Original, $"{story}: the end is {account.Ca.Revocation}");
            Assert.True(account.Bucket.Points.Count == 0, $"{story}: the restore point is gone");
            Assert.All(account.Ca.History, settings => Assert.Contains(settings, new[] { Original, FirstSettings, SecondSettings }));
            Assert.True(account.Ca.Orders.Count == 0, $"{story}: no certificate is issued");
        }
    }

    [Theory]
    [InlineData(RequestKind.Create)]
    [InlineData(RequestKind.Update)]
    [InlineData(RequestKind.Delete)]
    public async Task A_request_whose_answer_is_lost_is_answered_when_Lambda_repeats_it(RequestKind kind)
    {
        using var account = await PreparedAsync(kind);
        account.Answers.Losses = 2;

        var answer = await RequestAsync(account, kind);

        Assert.True(answer.Succeeded, answer.Reason);
        await ContinueAsync(account, kind, succeeded: true, kind.ToString());
        Assert.Equal(Original, account.Ca.Revocation);
    }

    private static RevocationSettings Settings(Dictionary<string, string> properties) =>
        new(CaRevocationProperties.From(new ResourceProperties(properties)).DesiredCrl(), Some.Ocsp);

    private static RevocationSettings[] Allowed(RequestKind kind, bool succeeded) => (kind, succeeded) switch
    {
        (RequestKind.Create, true) => [FirstSettings],
        (RequestKind.Create, false) => [Original, FirstSettings],
        (RequestKind.Update, true) => [SecondSettings],
        (RequestKind.Update, false) => [FirstSettings, SecondSettings],
        (_, true) => [Original],
        _ => [FirstSettings, Original],
    };

    /// <summary>The calls that the request makes when nothing breaks.</summary>
    private static async Task<IReadOnlyList<string>> CallsOfAsync(RequestKind kind)
    {
        using var account = await PreparedAsync(kind);
        account.Calls.Heal();
        Assert.True((await RequestAsync(account, kind)).Succeeded);
        return [.. account.Calls.Names];
    }

    private static async Task<FakeAccount> PreparedAsync(RequestKind kind)
    {
        var account = new FakeAccount();
        account.PrivateCa.WritableBuckets.Add(Some.OtherBucket);
        account.Ca.Revocation = Original;
        if (kind != RequestKind.Create)
        {
            Assert.True((await account.CreateAsync(First)).Succeeded);
        }

        return account;
    }

    private static Task<CustomResourceAnswer> RequestAsync(FakeAccount account, RequestKind kind) => kind switch
    {
        RequestKind.Create => account.CreateAsync(First),
        RequestKind.Update => account.UpdateAsync(First, Second),
        _ => account.DeleteAsync(First),
    };

    /// <summary>What CloudFormation does next: roll back what failed, then delete the stack.</summary>
    private static async Task ContinueAsync(FakeAccount account, RequestKind kind, bool succeeded, string story)
    {
        var inForce = First;
        if (kind == RequestKind.Update && !succeeded)
        {
            var rolledBack = await account.UpdateAsync(Second, First);
            Assert.True(rolledBack.Succeeded, $"{story}: {rolledBack.Reason}");
            Assert.True(account.Ca.Revocation == FirstSettings, $"{story}: rolled back to {account.Ca.Revocation}");
        }
        else if (kind == RequestKind.Update)
        {
            inForce = Second;
        }

        if (kind != RequestKind.Delete || !succeeded)
        {
            var deleted = await account.DeleteAsync(inForce);
            Assert.True(deleted.Succeeded, $"{story}: {deleted.Reason}");
        }
    }
}
