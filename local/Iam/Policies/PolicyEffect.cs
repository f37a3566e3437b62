namespace Infra.Local.Iam.Policies;

/// <summary>What a statement does to the requests that it matches.</summary>
public enum PolicyEffect
{
    Allow,
    Deny,
}
