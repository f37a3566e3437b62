using Infra.Local.Account;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.CloudFormation.Changes;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.CloudFormation.Templates;
using Infra.Local.Endpoint;
using Infra.Local.Faults;

namespace Infra.Local.CloudFormation;

/// <summary>CloudFormation: makes stacks what their templates say, one operation at a time, and takes back what fails.</summary>
public sealed class CloudFormationEngine(
    AwsAccount account, ResourceTypes types, SsmParameters parameters, FaultPlan faults, TimeProvider time) : IDisposable
{
    private readonly StackStore _stacks = new();
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The stacks that exist, in the order in which they were created.</summary>
    public IReadOnlyList<DeployedStack> Stacks => _stacks.All;

    /// <summary>Creates or updates a stack. A stack whose creation failed is deleted first, as the CDK does.</summary>
    /// <returns>What it came to; a failure of a resource is a result, not an exception.</returns>
    /// <exception cref="AwsException"><c>ValidationError</c>: the template or the stack's status does not allow it; nothing was touched.</exception>
    public async Task<StackResult> DeployAsync(
        AssemblyStack stack, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await DeployInTurnAsync(stack, new StackProgress(stack.Name, time, progress), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Deletes a stack; one that does not exist is deleted already.</summary>
    /// <exception cref="AwsException"><c>ValidationError</c>: another stack uses an export of it; nothing was touched.</exception>
    public async Task<StackResult> DeleteAsync(
        string stackName, IProgress<StackEvent>? progress = null, CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _stacks.Find(stackName) is { } stack
                ? await DeleteInTurnAsync(stack, new StackProgress(stackName, time, progress))
                : new StackResult(stackName, StackOutcome.Deleted, []);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What a deployment would change, without touching anything.</summary>
    /// <exception cref="AwsException"><c>ValidationError</c>.</exception>
    public IReadOnlyList<ResourceChange> Plan(AssemblyStack stack)
    {
        var current = _stacks.Find(stack.Name);
        return ChangeSet.Between(current, Read(stack, current?.Id ?? NewId(stack.Name)), types);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<StackResult> DeployInTurnAsync(AssemblyStack stack, StackProgress progress, CancellationToken cancellationToken)
    {
        var current = _stacks.Find(stack.Name);
        if (current is not null && StackStatus.IsFailedCreation(current.Status))
        {
            var id = NewId(stack.Name);
            _ = Read(stack, id);
            if (await DeleteInTurnAsync(current, progress) is { IsSuccess: false } failed)
            {
                return failed;
            }

            current = null;
        }

        if (current is not null && !StackStatus.CanBeUpdated(current.Status))
        {
            throw new AwsException(
                "ValidationError", $"Stack {stack.Name} is in {current.Status} state and can not be updated; delete it and deploy again.");
        }

        var before = current ?? new DeployedStack { Name = stack.Name, Id = NewId(stack.Name), Status = "REVIEW_IN_PROGRESS" };
        var template = Read(stack, before.Id);
        var changes = ChangeSet.Between(current, template, types);
        if (current is not null && changes.Count == 0 && Unchanged(current, template) is { } unchanged)
        {
            _stacks.Record(unchanged);
            return new StackResult(stack.Name, StackOutcome.Unchanged, []) { Stack = unchanged };
        }

        // On the way back, resources need the assets of the template before this one.
        var assets = before.AssetDirectories.Concat(stack.AssetDirectories).GroupBy(asset => asset.Key)
            .ToDictionary(asset => asset.Key, asset => asset.Last().Value);
        return await new StackDeployment(
            before, _stacks.Except(stack.Name), current is null, Operations(before, assets, progress), progress, _stacks.Record)
            .RunAsync(template, changes, stack.AssetDirectories, cancellationToken);
    }

    private async Task<StackResult> DeleteInTurnAsync(DeployedStack stack, StackProgress progress) =>
        Exports.Problem(stack.Outputs, [], _stacks.Except(stack.Name)) is { } problem
            ? throw new AwsException("ValidationError", problem)
            : await new StackDeletion(stack, Operations(stack, stack.AssetDirectories, progress), progress, _stacks.Record).RunAsync();

    /// <summary>The stack with the policies of a template that changes no resource; null when it changes outputs.</summary>
    private static DeployedStack? Unchanged(DeployedStack stack, StackTemplate template) =>
        template.Outputs(id => stack.Find(id)?.Deployed).SequenceEqual(stack.Outputs) && template.Imports.SetEquals(stack.Imports)
            ? stack with
            {
                Resources = [.. template.Resources.Select(resource => stack.Find(resource.LogicalId)! with
                {
                    DeletionPolicy = resource.DeletionPolicy,
                    Dependencies = template.DependenciesOf(resource.LogicalId),
                })],
            }
            : null;

    private StackTemplate Read(AssemblyStack stack, string stackId)
    {
        if ((stack.AccountId ?? account.Id, stack.Region ?? account.Region) != (account.Id, account.Region))
        {
            throw new AwsException(
                "ValidationError",
                $"Stack {stack.Name} is for {stack.AccountId}/{stack.Region}; this local AWS plays {account.Id}/{account.Region}. "
                + "Start it for that environment.");
        }

        var template = Template.Read(stack.Template);
        var values = PseudoParameters.Of(account, stack.Name, stackId);
        foreach (var (name, value) in ParameterValues.Of(template.Parameters, stack.Parameters, parameters.Find))
        {
            values[name] = value;
        }

        var others = _stacks.Except(stack.Name);
        return new StackTemplate(template, values, name => Exports.Find(others, name));
    }

    private ResourceOperations Operations(DeployedStack stack, IReadOnlyDictionary<string, string> assets, StackProgress progress) =>
        new(stack.Name, stack.Id, assets, types, faults, progress);

    private string NewId(string stackName) => account.Arn("cloudformation", $"stack/{stackName}/{Guid.NewGuid()}");
}
