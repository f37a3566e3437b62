namespace Infra.Local.CloudFormation.Stacks;

/// <summary>How an operation on a stack ended.</summary>
public enum StackOutcome
{
    Created,
    Updated,

    /// <summary>The stack was as the template says already; nothing was touched.</summary>
    Unchanged,
    Deleted,

    /// <summary>It failed, and everything is as it was before.</summary>
    RolledBack,

    /// <summary>It failed, and so did the way back.</summary>
    RollbackFailed,
    DeleteFailed,
}
