namespace Infra.Local.CloudFormation.Changes;

/// <summary>What a deployment does to a resource.</summary>
public enum ChangeKind
{
    Create,
    Update,

    /// <summary>A new one is made; the old one is deleted once everything else is done.</summary>
    Replace,
    Delete,

    /// <summary>It depends on values that are only known once other resources are made: an update, a replacement or nothing.</summary>
    Undecided,
}
