using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Verification.Checks;

/// <summary>The stack that manages directories, deployed with changed settings of one of them.</summary>
public sealed class TrustStack(Site site, CloudAssembly assembly)
{
    private const string Resource = "Custom::DirectoryTrust";

    private readonly ScheduledFunctions _functions = new(site.Aws, site.Administrator);
    private AssemblyStack _stack = assembly.StackOf("DirectoryTrust");

    /// <summary>As it was synthesized.</summary>
    public AssemblyStack Original { get; } = assembly.StackOf("DirectoryTrust");

    private DeployedStack Deployed => site.Aws.CloudFormation.Stacks.Single(stack => stack.Name == _stack.Name);

    /// <summary>Deploys, on top of what was deployed before; gives the reason when that fails as it should.</summary>
    /// <param name="directoryId">Whose resource is changed.</param>
    /// <param name="change">Changes its properties.</param>
    /// <param name="expected">What becomes of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="without">An action that the roles lose in this one deployment.</param>
    public async Task<string> DeployAsync(
        string directoryId,
        Action<JsonObject> change,
        StackOutcome expected,
        CancellationToken cancellationToken,
        string? without = null)
    {
        var changed = TrustFingerprint.Update(Templates.Change(_stack, Resource, properties =>
        {
            if ((string?)properties["DirectoryId"] == directoryId)
            {
                change(properties);
            }
        }), Resource);
        var asked = without is null ? changed : Templates.Change(changed, "AWS::IAM::Role", role => Remove(role, without));
        var result = await site.Aws.CloudFormation.DeployAsync(asked, cancellationToken: cancellationToken);
        Expect.Equal(expected, result.Outcome, $"outcome ({result.Reason})");
        _stack = expected == StackOutcome.Updated ? changed : _stack;
        return result.Reason ?? "";
    }

    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        var result = await site.Aws.CloudFormation.DeleteAsync(_stack.Name, cancellationToken: cancellationToken);
        Expect.Equal(StackOutcome.Deleted, result.Outcome, $"outcome ({result.Reason})");
    }

    /// <summary>Bucket of what is remembered of directories.</summary>
    public string MemoryBucket => Deployed.Outputs.Single(output => output.Key == "TrustMemoryBucketName").Value;

    /// <summary>What a deployment of the directory would do.</summary>
    public Task<JsonObject> PlanAsync(string directoryId, Action<JsonObject>? change = null)
    {
        var resource = Deployed.Resources.Single(
            one => one.Type == Resource && (string?)one.Properties["DirectoryId"] == directoryId);
        var properties = (JsonObject)resource.Properties.DeepClone();
        change?.Invoke(properties);
        return _functions.AskAsync(directoryId, new JsonObject { ["request"] = "plan", ["properties"] = properties });
    }

    private static void Remove(JsonObject role, string action)
    {
        foreach (var policy in role["Policies"]!.AsArray())
        {
            foreach (var statement in policy!["PolicyDocument"]!["Statement"]!.AsArray())
            {
                if (statement!["Action"] is JsonArray actions && actions.FirstOrDefault(one => (string?)one == action) is { } found)
                {
                    actions.Remove(found);
                }
            }
        }
    }
}
