namespace Infra.Local.CloudFormation.Templates;

/// <summary>What becomes of a resource that its stack no longer has; <c>Snapshot</c> is refused as not emulated.</summary>
public enum RemovalPolicy
{
    Delete,

    /// <summary>It stays, outside of any stack; also when the deployment that created it fails.</summary>
    Retain,

    /// <summary>It stays, unless the deployment that created it fails.</summary>
    RetainExceptOnCreate,
}
