namespace Infra.Local.Iam;

/// <summary>One question to the policies: may this principal do this action on this resource?</summary>
/// <param name="Principal">Who asks.</param>
/// <param name="Action">For example <c>s3:GetObject</c>.</param>
/// <param name="Resource">ARN of the resource; <c>*</c> for actions that have none.</param>
public sealed record AccessRequest(Principal Principal, string Action, string Resource)
{
    /// <summary>Condition keys of this call beyond those that follow from the principal, such as <c>s3:prefix</c>.</summary>
    public IReadOnlyDictionary<string, string> Context { get; init; } = new Dictionary<string, string>();
}
