using Infra.Local.CloudFormation.Changes;
using Infra.Local.CloudFormation.Templates;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Creates or updates one stack: applies its changes, then cleans up; or takes everything back.</summary>
/// <param name="before">The stack as it is; without resources when it is to be created.</param>
/// <param name="others">Every other stack.</param>
/// <param name="isCreation">Whether it is to be created.</param>
/// <param name="operations">For its resources.</param>
/// <param name="progress">Hears of every step.</param>
/// <param name="record">Keeps what the stack is now.</param>
internal sealed class StackDeployment(
    DeployedStack before,
    IReadOnlyList<DeployedStack> others,
    bool isCreation,
    ResourceOperations operations,
    StackProgress progress,
    Action<DeployedStack> record)
{
    private readonly string _verb = isCreation ? "CREATE" : "UPDATE";
    private readonly Removal _removal = new(operations);

    public async Task<StackResult> RunAsync(
        StackTemplate template,
        IReadOnlyList<ResourceChange> changes,
        IReadOnlyDictionary<string, string> assetDirectories,
        CancellationToken cancellationToken)
    {
        progress.Stack($"{_verb}_IN_PROGRESS");
        record(before with { Status = $"{_verb}_IN_PROGRESS", StatusReason = null });
        var deployment = new Deployment(before, template, operations);
        DeployedStack applied;
        try
        {
            await deployment.ApplyAsync(changes.Select(change => change.LogicalId).ToHashSet(), cancellationToken);
            applied = before with
            {
                Status = isCreation ? StackStatus.CreateComplete : StackStatus.UpdateComplete,
                StatusReason = null,
                Resources = deployment.Resources,
                Outputs = Outputs(template, deployment),
                Imports = template.Imports,
                NotEmulated = deployment.NotEmulated(),
                AssetDirectories = assetDirectories,
                NextGenerations = deployment.NextGenerations,
            };
        }
        catch (Exception e)
        {
            var result = await RollBackAsync(deployment, e.Message);
            if ((e is ResourceFailedException failed ? failed.InnerException : e) is AwsException)
            {
                return result;
            }

            // A defect or a cancellation is no result: it goes on to the caller, now that everything is as it was.
            throw;
        }

        return await CompleteAsync(applied, template, deployment);
    }

    private IReadOnlyList<StackOutput> Outputs(StackTemplate template, Deployment deployment)
    {
        var outputs = template.Outputs(deployment.Find);
        return Exports.Problem(before.Outputs, outputs, others) is { } problem
            ? throw new AwsException("ValidationError", problem)
            : outputs;
    }

    /// <summary>Deletes what was replaced or removed. What cannot be deleted is left behind; the deployment stands, as on AWS.</summary>
    private async Task<StackResult> CompleteAsync(DeployedStack applied, StackTemplate template, Deployment deployment)
    {
        var policies = template.Resources.ToDictionary(resource => resource.LogicalId, resource => resource.UpdateReplacePolicy);
        var superseded = before.Resources.Reverse().Where(old => deployment.IsSuperseded(old)).ToList();
        record(applied);
        if (superseded.Count > 0)
        {
            progress.Stack("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        }

        foreach (var old in superseded)
        {
            await _removal.TryRemoveAsync(old, policies.GetValueOrDefault(old.LogicalId, old.DeletionPolicy));
        }

        progress.Stack(applied.Status);
        return new StackResult(applied.Name, isCreation ? StackOutcome.Created : StackOutcome.Updated, ChangesMade(deployment, policies.ContainsKey))
        {
            Stack = applied,
            LeftBehind = _removal.LeftBehind,
        };
    }

    private List<ResourceChange> ChangesMade(Deployment deployment, Func<string, bool> isInTemplate) =>
    [
        .. deployment.Steps.Select(step => new ResourceChange(step.After.LogicalId, step.After.Type, step.Kind)),
        .. before.Resources.Reverse().Where(old => !isInTemplate(old.LogicalId))
            .Select(old => new ResourceChange(old.LogicalId, old.Type, ChangeKind.Delete)),
    ];

    private async Task<StackResult> RollBackAsync(Deployment deployment, string reason)
    {
        var prefix = isCreation ? "ROLLBACK" : "UPDATE_ROLLBACK";
        progress.Stack($"{prefix}_IN_PROGRESS", reason);
        var rollback = new Rollback(before, operations, _removal);
        await rollback.RunAsync(deployment.Steps, isCreation);

        List<string> failures = [.. rollback.Failures, .. isCreation ? _removal.Failures : []];
        var isBack = failures.Count == 0;
        var whole = isBack ? reason : $"{reason} The rollback failed too: {string.Join(" ", failures)}";
        var stack = before with
        {
            Status = $"{prefix}_{(isBack ? "COMPLETE" : "FAILED")}",
            StatusReason = whole,
            Resources = rollback.Resources,
            NextGenerations = deployment.NextGenerations,
        };
        record(stack);
        progress.Stack(stack.Status, isBack ? null : whole);
        return new StackResult(stack.Name, isBack ? StackOutcome.RolledBack : StackOutcome.RollbackFailed, [])
        {
            Stack = stack,
            Reason = whole,
            LeftBehind = _removal.LeftBehind,
        };
    }
}
