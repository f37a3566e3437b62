using System.Collections.Immutable;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Roles;

/// <summary>A role of a template.</summary>
public sealed record IamRole
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>Who may assume it.</summary>
    public required PolicyDocument TrustPolicy { get; init; }

    /// <summary>Inline policies by name, those of <c>AWS::IAM::Policy</c> included.</summary>
    public ImmutableDictionary<string, PolicyDocument> InlinePolicies { get; init; } = ImmutableDictionary<string, PolicyDocument>.Empty;

    /// <summary>ARNs of attached managed policies.</summary>
    public ImmutableHashSet<string> ManagedPolicyArns { get; init; } = [];
}
