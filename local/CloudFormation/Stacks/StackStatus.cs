namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Statuses of stacks and resources, as CloudFormation spells them.</summary>
public static class StackStatus
{
    public const string CreateComplete = "CREATE_COMPLETE";
    public const string RollbackComplete = "ROLLBACK_COMPLETE";
    public const string RollbackFailed = "ROLLBACK_FAILED";
    public const string UpdateComplete = "UPDATE_COMPLETE";
    public const string UpdateRollbackComplete = "UPDATE_ROLLBACK_COMPLETE";
    public const string UpdateRollbackFailed = "UPDATE_ROLLBACK_FAILED";
    public const string DeleteComplete = "DELETE_COMPLETE";
    public const string DeleteFailed = "DELETE_FAILED";

    /// <summary>Whether a stack in this status was never made; deploying it deletes what is left of it first, as the CDK does.</summary>
    internal static bool IsFailedCreation(string status) => status is RollbackComplete or RollbackFailed;

    internal static bool CanBeUpdated(string status) => status is CreateComplete or UpdateComplete or UpdateRollbackComplete;
}
