using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>A stack as its last operation left it.</summary>
public sealed record DeployedStack
{
    public required string Name { get; init; }

    /// <summary>ARN, another one for each time that the stack is created.</summary>
    public required string Id { get; init; }

    /// <summary>For example <see cref="StackStatus.UpdateComplete"/>.</summary>
    public required string Status { get; init; }

    /// <summary>Why the last operation failed; null when it did not.</summary>
    public string? StatusReason { get; init; }

    /// <summary>Each after those that it depends on.</summary>
    public IReadOnlyList<StackResource> Resources { get; init; } = [];

    public IReadOnlyList<StackOutput> Outputs { get; init; } = [];

    /// <summary>Names of the exports of other stacks that it uses.</summary>
    public IReadOnlySet<string> Imports { get; init; } = new HashSet<string>();

    /// <summary>What the template has and the local AWS does not do, as <c>LogicalId (Type): path</c>.</summary>
    public IReadOnlyList<string> NotEmulated { get; init; } = [];

    /// <summary>Unpacked file assets by object key, for the way back to this state.</summary>
    internal IReadOnlyDictionary<string, string> AssetDirectories { get; init; } = new Dictionary<string, string>();

    /// <summary>The number that the next resource of each logical id gets; those of removed resources are kept.</summary>
    internal IReadOnlyDictionary<string, int> NextGenerations { get; init; } = new Dictionary<string, int>();

    /// <summary>Null when the stack has no such resource.</summary>
    public StackResource? Find(string logicalId) => Resources.FirstOrDefault(resource => resource.LogicalId == logicalId);
}
