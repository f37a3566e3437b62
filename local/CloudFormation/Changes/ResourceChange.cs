namespace Infra.Local.CloudFormation.Changes;

/// <summary>One change to one resource.</summary>
public sealed record ResourceChange(string LogicalId, string Type, ChangeKind Kind);
