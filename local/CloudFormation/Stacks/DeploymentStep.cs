using Infra.Local.CloudFormation.Changes;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>One resource operation of a deployment that took effect or may have, for the way back.</summary>
/// <param name="Kind">Create, update or replace.</param>
/// <param name="Before">Null for a create.</param>
/// <param name="After">What there is now; for an update that failed, what it was to become.</param>
internal sealed record DeploymentStep(ChangeKind Kind, StackResource? Before, StackResource After)
{
    /// <summary>True when the old resource is still there beside the new one.</summary>
    public bool LeftTheOldOne => Before is { } before && before.PhysicalId != After.PhysicalId;
}
