namespace Infra.Local.Iam.Policies;

/// <summary>Where a policy hangs, which decides the elements that its statements must and must not have.</summary>
public enum PolicyKind
{
    /// <summary>On a role: no principal, a resource.</summary>
    Identity,

    /// <summary>On a bucket, key, topic or function: a principal and a resource.</summary>
    Resource,

    /// <summary>On a role, saying who may assume it: a principal, no resource.</summary>
    Trust,
}
