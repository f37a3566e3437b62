using Infra.Local.CloudFormation.Changes;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>What an operation on a stack came to.</summary>
/// <param name="StackName">Name of the stack.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Changes">What was changed and stayed changed; none after a rollback.</param>
public sealed record StackResult(string StackName, StackOutcome Outcome, IReadOnlyList<ResourceChange> Changes)
{
    /// <summary>The stack now; null when it is deleted.</summary>
    public DeployedStack? Stack { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>Resources that exist on, outside of the stack: retained, or their deletion failed; as <c>LogicalId (Type): physical id</c>.</summary>
    public IReadOnlyList<string> LeftBehind { get; init; } = [];

    public bool IsSuccess => Outcome is StackOutcome.Created or StackOutcome.Updated or StackOutcome.Unchanged or StackOutcome.Deleted;
}
