using System.Text.Json.Nodes;
using Infra.Local.Alarms;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Metrics;

namespace Infra.Local.Verification.Checks;

/// <summary>Others cannot write what functions keep, and what they wrote all the same changes no directory.</summary>
public sealed class StateChecks(Site site, CloudAssembly assembly)
{
    private const string Directory = "d-0123456789";

    private const string Key = $"directory-trust/{Directory}.json";

    private const string Mismatch = "StateMismatch";

    private readonly ScheduledFunctions _functions = new(site.Aws, site.Administrator);
    private readonly TrustStack _stack = new(site, assembly);

    public IEnumerable<Check> All() =>
    [
        new("An administrator can neither write nor delete what functions keep", ProtectedAsync),
        new("An edited state registers nothing, and raises an alarm when it lasts", EditedAsync),
    ];

    private async Task<string> ProtectedAsync(CancellationToken cancellationToken)
    {
        (string Bucket, string Key)[] objects =
        [
            (_stack.MemoryBucket, Key),
            (site.Bucket, "aia/stranger.cer"),
            (site.Bucket, "ca-renewal/stranger.json"),
            (site.Bucket, "trust-manager/ca-revocation/stranger.json"),
        ];
        foreach (var (bucket, key) in objects)
        {
            var administrator = site.Administrator;
            await ExpectDeniedAsync("s3:PutObject", () => administrator.PutObjectAsync(bucket, key, "{}"u8.ToArray()));
            await ExpectDeniedAsync(
                "s3:PutObject", () => administrator.CopyObjectAsync(bucket, key, $"{site.Bucket}{site.CaCrlPath}"));
            await ExpectDeniedAsync("s3:DeleteObject", () => administrator.DeleteObjectAsync(bucket, key));
            await ExpectDeniedAsync(
                "s3:DeleteObjectVersion", () => administrator.DeleteObjectAsync(bucket, key, versionId: "newest"));
        }

        return $"{objects.Length} keys: PutObject, CopyObject, DeleteObject with and without a version are denied";
    }

    private async Task<string> EditedAsync(CancellationToken cancellationToken)
    {
        var state = new ProtectedState(site.Administrator, _stack.MemoryBucket);
        var good = await site.Administrator.GetObjectAsync(_stack.MemoryBucket, Key);
        var before = site.Aws.Directories.History.Count;
        await state.ChangeAsync(() => site.Administrator.PutObjectAsync(_stack.MemoryBucket, Key, Edited(good)));
        await DaysAsync(3, cancellationToken);
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories");
        await ExpectMetricAsync(1, AlarmState.Alarm, cancellationToken);
        var apply = await _functions.AskAsync(Directory, new JsonObject { ["request"] = "apply" });
        Expect.Equal("Busy", (string?)apply["outcome"], "outcome of apply");
        Expect.Equal(before, site.Aws.Directories.History.Count, "changes of directories, after apply");
        await ExpectShownAsync("plan", "refusals");
        await ExpectShownAsync("status", "notes");

        await state.ChangeAsync(() => site.Administrator.PutObjectAsync(_stack.MemoryBucket, Key, good));
        await DaysAsync(2, cancellationToken);
        await ExpectMetricAsync(0, AlarmState.Ok, cancellationToken);
        return $"{(string?)apply["error"]}";
    }

    /// <summary>The state of a deployment that asked for a stranger's CA as well.</summary>
    private byte[] Edited(byte[] good)
    {
        var stranger = new SampleChain("Stranger's", site.Aws.Clock.GetUtcNow()).Pems[0];
        var state = JsonNode.Parse(good)!;
        state["settled"]!["properties"]!["smartCard"]!["certificates"]!.AsArray().Add(stranger);
        return System.Text.Encoding.UTF8.GetBytes(state.ToJsonString());
    }

    private async Task ExpectShownAsync(string request, string member)
    {
        var response = await _functions.AskAsync(Directory, new JsonObject { ["request"] = request });
        var only = (string?)response[member]!.AsArray().FirstOrDefault();
        Expect.True(
            only?.Contains("does not hold the properties", StringComparison.Ordinal) == true,
            $"{request} shows the mismatch: {response["text"]}");
    }

    private Task ExpectMetricAsync(double last, AlarmState expected, CancellationToken cancellationToken)
    {
        var metric = new Metric("TrustManager", Mismatch, "DirectoryId", Directory);
        var alarm = site.Aws.Alarms.All.Single(one => one.Definition.Watch?.Metric == metric);
        return Poll.UntilAsync(
            $"{Mismatch} is {last}, and its alarm {expected}",
            () => Task.FromResult(site.Aws.Metrics[metric].Last == last && alarm.State == expected),
            cancellationToken);
    }

    private Task DaysAsync(int days, CancellationToken cancellationToken) =>
        site.Aws.Clock.AdvanceAsync(TimeSpan.FromDays(days), cancellationToken);

    private static async Task ExpectDeniedAsync(string action, Func<Task> attempt)
    {
        try
        {
            await attempt();
        }
        catch (UnexpectedException denied)
        {
            Expect.True(
                denied.Message.Contains($"not authorized to perform: {action} ", StringComparison.Ordinal)
                    && denied.Message.Contains("explicit deny in a resource-based policy", StringComparison.Ordinal),
                $"{action} is denied by the bucket's policy: {denied.Message}");
            return;
        }

        throw new UnexpectedException($"{action} was not denied");
    }
}
