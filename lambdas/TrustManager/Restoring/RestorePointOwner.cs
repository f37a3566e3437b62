namespace Infra.TrustManager.Restoring;

/// <summary>The resource that configures a CA and restores it when it is deleted.</summary>
public sealed record RestorePointOwner(string StackId, string LogicalId)
{
    public override string ToString() => $"resource {LogicalId} of stack {StackId}";
}
