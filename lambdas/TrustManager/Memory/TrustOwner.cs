namespace Infra.TrustManager.Memory;

/// <summary>The resource that manages the trust of a directory.</summary>
public sealed record TrustOwner(string StackId, string LogicalId)
{
    public override string ToString() => $"resource {LogicalId} of stack {StackId}";
}
