using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Tests.Fakes;

namespace Infra.TrustManager.Tests.Revocation;

/// <summary>
/// Two stacks adopt, update and give back one CA in every order, and every call of every request breaks in every way.
/// </summary>
public sealed class TwoStacksWalk
{
    private static readonly (char Stack, RequestKind Kind)[] All =
    [
        .. from stack in new[] { 'A', 'B' } from kind in Enum.GetValues<RequestKind>() select (stack, kind),
    ];

    /// <summary>What the environment files name as the bucket to restore: what was there first, or the other stack's.</summary>
    public static TheoryData<string, string> RestoreBuckets => new()
    {
        { Some.OtherBucket, Some.OtherBucket },
        { Some.OtherBucket, TwoStacks.BucketOf('A') },
    };

    public static TheoryData<CallFault> Faults => [.. Enum.GetValues<CallFault>()];

    [Theory]
    [MemberData(nameof(RestoreBuckets))]
    public async Task In_every_order_the_CA_ends_as_it_was_and_no_deletion_fails(string bucketA, string bucketB)
    {
        foreach (var order in Orders([], All))
        {
            using var stacks = new TwoStacks(bucketA, bucketB);
            await RunAsync(stacks, order, Story(order));
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Whatever_breaks_the_CA_ends_as_it_was_and_no_deletion_fails(CallFault fault)
    {
        // Other orders only leave requests out, since a stack must have adopted what it updates or gives back, or swap the
        // stacks, which are alike here.
        foreach (var order in Orders([], All).Where(order => order[0].Stack == 'A' && IsLife(order)))
        {
            for (var step = 0; step < order.Length; step++)
            {
                for (var (call, calls) = (0, 1); call < calls; call++)
                {
                    using var stacks = new TwoStacks();
                    var story = $"{Story(order)}: {fault} at call {call} of step {step + 1}";
                    calls = await RunAsync(stacks, order, story, step, call, fault);
                }
            }
        }
    }

    /// <returns>How many calls the step made whose call breaks.</returns>
    private static async Task<int> RunAsync(
        TwoStacks stacks, (char Stack, RequestKind Kind)[] order, string story, int at = -1, int call = 0, CallFault fault = default)
    {
        var made = 0;
        for (var step = 0; step < order.Length; step++)
        {
            var calls = stacks.Account.Calls;
            calls.Heal();
            if (step == at)
            {
                calls.Plan(call, fault, fault is CallFault.Throttled or CallFault.ServerError ? int.MaxValue : 1);
                calls.Counted = 0;
            }

            await stacks.DoAsync(order[step].Stack, order[step].Kind, story);
            made = step == at ? calls.Counted : made;
            Assert.True(stacks.Adopted.Count < 2, $"{story}: both stacks have the CA after step {step + 1}");
        }

        await stacks.DeleteAllAsync(story);
        Assert.True(stacks.Account.Ca.Revocation == TwoStacks.Original, $"{story}: the end is {stacks.Account.Ca.Revocation}");
        return made;
    }

    private static bool IsLife((char Stack, RequestKind Kind)[] order) => order
        .GroupBy(step => step.Stack)
        .All(steps => steps.Select(step => step.Kind)
            .SequenceEqual([RequestKind.Create, RequestKind.Update, RequestKind.Delete]));

    private static IEnumerable<(char Stack, RequestKind Kind)[]> Orders(
        (char Stack, RequestKind Kind)[] begun, (char Stack, RequestKind Kind)[] left) => left.Length == 0
            ? [begun]
            : left.SelectMany(next => Orders([.. begun, next], [.. left.Where(step => step != next)]));

    private static string Story((char Stack, RequestKind Kind)[] order) =>
        string.Join(", ", order.Select(step => $"{step.Stack} {step.Kind}"));
}
