using Infra.Local.CloudFormation.Changes;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Deletes a stack's resources, each before those that it depends on.</summary>
internal sealed class StackDeletion(DeployedStack stack, ResourceOperations operations, StackProgress progress, Action<DeployedStack> record)
{
    /// <summary>What cannot be deleted stays in the stack, with everything that it depends on; deleting the stack again tries again.</summary>
    public async Task<StackResult> RunAsync()
    {
        progress.Stack("DELETE_IN_PROGRESS");
        record(stack with { Status = "DELETE_IN_PROGRESS", StatusReason = null });
        var removal = new Removal(operations);
        var remaining = new List<StackResource>();
        foreach (var resource in stack.Resources.Reverse())
        {
            var isNeeded = remaining.Any(other => other.Dependencies.Contains(resource.LogicalId));
            if (isNeeded || !await removal.TryRemoveAsync(resource, resource.DeletionPolicy))
            {
                remaining.Insert(0, resource);
            }
        }

        var changes = stack.Resources.Except(remaining).Reverse()
            .Select(resource => new ResourceChange(resource.LogicalId, resource.Type, ChangeKind.Delete));
        var reason = remaining.Count == 0 ? null : string.Join(" ", removal.Failures);
        var rest = stack with { Status = StackStatus.DeleteFailed, StatusReason = reason, Resources = remaining };
        progress.Stack(reason is null ? StackStatus.DeleteComplete : StackStatus.DeleteFailed, reason);
        record(reason is null ? stack with { Status = StackStatus.DeleteComplete, Resources = [] } : rest);
        return new StackResult(stack.Name, reason is null ? StackOutcome.Deleted : StackOutcome.DeleteFailed, [.. changes])
        {
            Stack = reason is null ? null : rest,
            Reason = reason,
            LeftBehind = removal.LeftBehind,
        };
    }
}
