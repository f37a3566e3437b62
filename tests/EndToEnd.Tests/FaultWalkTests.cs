using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Commands;
using Infra.Local.Faults;
using Infra.Local.Hosting;
using Infra.Local.Reporting;
using Infra.Local.Verification;
using Infra.Local.Verification.Clients;

namespace Infra.EndToEnd.Tests;

/// <summary>The published functions change a CA while AWS fails, at every call that they make and in every way.</summary>
[Collection(nameof(LocalProgram))]
public sealed class FaultWalkTests
{
    private static readonly FaultKind[] Kinds = [FaultKind.Throttle, FaultKind.InternalError, FaultKind.Timeout, FaultKind.LostAnswer];

    [Fact]
    public async Task Whatever_call_fails_a_ca_ends_in_its_old_or_its_new_configuration()
    {
        var session = new Session(new LocalOptions(Port: 0, Verify: false, Json: true, "local"), new JsonReport());
        await using var aws = await session.StartAsync(await session.BuildAsync(CancellationToken.None));
        using var administrator = new AdministratorClient(aws.Endpoint, aws.Account.Region);
        var authority = new ExistingAuthority(aws.Account, administrator);
        var arn = await authority.CreateAsync();
        var original = (JsonObject)(await authority.RevocationAsync(arn)).DeepClone();
        var assembly = await session.SynthesizeAsync(
            "local-existing", new Dictionary<string, string> { ["certificateAuthorityArn"] = arn }, CancellationToken.None);
        await AssemblyDeployment.DeployAsync(aws, assembly, progress: null, CancellationToken.None);
        var (days, runs) = (10, 0);
        var calls = await CallsOfAsync(aws, () => UpdateAsync(aws, assembly, ++days));

        foreach (var (call, count) in calls)
        {
            foreach (var (kind, nth) in from kind in Kinds from nth in Enumerable.Range(0, count) select (kind, nth))
            {
                var before = await authority.RevocationAsync(arn);
                var expected = (JsonObject)before.DeepClone();
                expected["CrlConfiguration"]!["ExpirationInDays"] = ++days;
                var (service, operation) = (call.Split(':')[0], call.Split(':')[1]);
                aws.Faults.Add(new Fault(service, operation, kind) { After = nth, Times = 1 });

                var result = await UpdateAsync(aws, assembly, days);

                aws.Faults.Clear();
                var after = await authority.RevocationAsync(arn);
                Assert.True(
                    JsonNode.DeepEquals(after, result.Outcome == StackOutcome.Updated ? expected : before),
                    $"{kind} at {call} {nth}: {result.Outcome} {result.Reason} left {after.ToJsonString()}");
                Assert.True(
                    result.Outcome is StackOutcome.Updated or StackOutcome.RolledBack, $"{kind} at {call} {nth}: {result.Outcome} {result.Reason}");
                runs++;
            }
        }

        var deletion = await aws.CloudFormation.DeleteAsync(assembly.Stacks[^1].Name);
        Assert.True(deletion.IsSuccess, deletion.Reason);
        Assert.True(JsonNode.DeepEquals(original, await authority.RevocationAsync(arn)), "the settings are those before adoption");
        Assert.Contains("acm-pca:IssueCertificate", calls.Keys);
        Assert.True(runs >= Kinds.Length * 9, $"{runs} runs over {string.Join(", ", calls.Keys)}");
    }

    /// <summary>
    /// Changes the CA's settings and makes the first CRL's function issue: another host is another place, and in a folder
    /// only a certificate says where the CRL is.
    /// </summary>
    private static Task<StackResult> UpdateAsync(LocalAws aws, CloudAssembly assembly, int days) =>
        aws.CloudFormation.DeployAsync(Templates.Change(
            Templates.Change(
                assembly.Stacks[^1], "Custom::CaRevocation", properties => properties["ExpirationInDays"] = days),
            "Custom::FirstCrl",
            properties => (properties["CustomPath"], properties["CustomCname"]) = ("lists", $"crl{days}.example")));

    /// <summary>How often each operation is called meanwhile.</summary>
    private static async Task<Dictionary<string, int>> CallsOfAsync(LocalAws aws, Func<Task> act)
    {
        var before = aws.Calls.Counts.Snapshot();
        await act();
        return aws.Calls.Counts.Snapshot()
            .Select(count => (count.Key, Value: count.Value - before.GetValueOrDefault(count.Key)))
            .Where(count => count.Value > 0)
            .ToDictionary(count => count.Key, count => count.Value);
    }
}
