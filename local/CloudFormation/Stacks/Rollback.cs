using Infra.Local.CloudFormation.Changes;
using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Takes the steps of a failed deployment back, last one first; a step that cannot be taken back does not stop the others.</summary>
internal sealed class Rollback(DeployedStack before, ResourceOperations operations, Removal removal)
{
    private readonly Dictionary<string, StackResource> _live = before.Resources.ToDictionary(resource => resource.LogicalId);
    private readonly List<string> _failures = [];

    /// <summary>One sentence for each update that could not be taken back.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The stack's resources now; as before, when there are no failures.</summary>
    public IReadOnlyList<StackResource> Resources => [.. before.Resources.Select(resource => _live[resource.LogicalId]), .. Remaining];

    /// <summary>Resources of a failed creation that could not be deleted.</summary>
    private List<StackResource> Remaining { get; } = [];

    /// <param name="steps">Oldest first.</param>
    /// <param name="isCreation">Whether the stack itself is new: what cannot be deleted then stays in it, for another try.</param>
    public async Task RunAsync(IReadOnlyList<DeploymentStep> steps, bool isCreation)
    {
        foreach (var step in steps.Reverse())
        {
            if (step is { Kind: ChangeKind.Update } or { Kind: ChangeKind.Replace, LeftTheOldOne: false })
            {
                await UpdateBackAsync(step.Before!, step.After);
            }
            else if (!await removal.TryRemoveAsync(step.After, PolicyAfterFailedCreate(step.After)) && isCreation)
            {
                Remaining.Insert(0, step.After);
            }
        }
    }

    /// <remarks>An ordinary <c>Retain</c> also keeps what a failed deployment created; that is why <c>RetainExceptOnCreate</c> exists.</remarks>
    private static RemovalPolicy PolicyAfterFailedCreate(StackResource created) =>
        created.DeletionPolicy == RemovalPolicy.Retain ? RemovalPolicy.Retain : RemovalPolicy.Delete;

    private async Task UpdateBackAsync(StackResource old, StackResource current)
    {
        try
        {
            var restored = await operations.UpdateAsync(current, old.Properties, () => { }, CancellationToken.None);
            _live[old.LogicalId] = old with { Deployed = restored.Deployed };
            if (restored.PhysicalId != current.PhysicalId)
            {
                await removal.TryRemoveAsync(current, RemovalPolicy.Delete);
            }
        }
        catch (Exception e)
        {
            // Whatever it was: the steps before it must still be taken back, and the reason ends up in the stack's result.
            _live[old.LogicalId] = current;
            _failures.Add($"{current.LogicalId} ({current.Type}): {e.Message}");
        }
    }
}
