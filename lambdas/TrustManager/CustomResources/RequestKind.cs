namespace Infra.TrustManager.CustomResources;

/// <summary>What CloudFormation wants done.</summary>
public enum RequestKind
{
    Create,
    Update,
    Delete,
}
