using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>A resource that a stack has.</summary>
public sealed record StackResource
{
    public required string LogicalId { get; init; }

    public required string Type { get; init; }

    /// <summary>What its type gave back.</summary>
    public required DeployedResource Deployed { get; init; }

    /// <summary>Its properties with every intrinsic function resolved.</summary>
    public required JsonObject Properties { get; init; }

    /// <summary>How many resources this logical id had before in this stack.</summary>
    public required int Generation { get; init; }

    /// <summary>What becomes of it when its stack no longer has it.</summary>
    public required RemovalPolicy DeletionPolicy { get; init; }

    /// <summary>Logical ids of the resources that it needs.</summary>
    public required IReadOnlySet<string> Dependencies { get; init; }

    public string PhysicalId => Deployed.PhysicalId;
}
