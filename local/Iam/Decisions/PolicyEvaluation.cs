using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Decisions;

/// <summary>IAM's evaluation logic within one account (IAM user guide, "Policy evaluation logic").</summary>
public static class PolicyEvaluation
{
    /// <summary>
    /// An explicit deny anywhere wins; else one allow is enough, from the identity's policies or from the resource's. Services and
    /// unsigned requests have no policies of their own; the administrator needs none.
    /// </summary>
    public static AccessDecision Decide(
        AccessRequest request,
        RequestContext context,
        IReadOnlyList<PolicyDocument> identityPolicies,
        PolicyDocument? resourcePolicy)
    {
        if (Find(identityPolicies, PolicyEffect.Deny, request, context) is { } denied)
        {
            return AccessDecision.Denied($"with an explicit deny in an identity-based policy{NameOf(denied)}");
        }

        if (resourcePolicy?.Find(PolicyEffect.Deny, request, context) is { } refused)
        {
            return AccessDecision.Denied($"with an explicit deny in a resource-based policy{NameOf(refused)}");
        }

        var isAllowed = request.Principal is Principal.Administrator
            || Find(identityPolicies, PolicyEffect.Allow, request, context) is not null
            || resourcePolicy?.Find(PolicyEffect.Allow, request, context) is not null;
        var missing = request.Principal is Principal.Role ? "identity-based" : "resource-based";
        return isAllowed
            ? AccessDecision.Allowed
            : AccessDecision.Denied($"because no {missing} policy allows the {request.Action} action");
    }

    private static PolicyStatement? Find(
        IEnumerable<PolicyDocument> policies, PolicyEffect effect, AccessRequest request, RequestContext context) =>
        policies.Select(policy => policy.Find(effect, request, context)).FirstOrDefault(statement => statement is not null);

    private static string NameOf(PolicyStatement statement) => statement.Sid is { } sid ? $" (statement '{sid}')" : "";
}
