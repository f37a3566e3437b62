using Infra.Local.Iam.Conditions;

namespace Infra.Local.Iam.Policies;

/// <summary>One statement of a policy.</summary>
/// <param name="Sid">Its name, for people; may be null.</param>
/// <param name="Effect">Allow or deny.</param>
/// <param name="Principals">Whom it is about; null in a policy on a role.</param>
/// <param name="Actions">What it is about.</param>
/// <param name="Resources">Where; null in a trust policy.</param>
/// <param name="Conditions">All must hold.</param>
public sealed record PolicyStatement(
    string? Sid,
    PolicyEffect Effect,
    PrincipalElement? Principals,
    PatternElement Actions,
    PatternElement? Resources,
    IReadOnlyList<PolicyCondition> Conditions)
{
    /// <summary>Whether everything but the principal fits.</summary>
    internal bool MatchesCall(AccessRequest request, RequestContext context, PolicyVariables variables) =>
        Actions.Matches(request.Action, PolicyVariables.None, StringComparison.OrdinalIgnoreCase)
        && (Resources?.Matches(request.Resource, variables, StringComparison.Ordinal) ?? true)
        && Conditions.All(condition => condition.Holds(context, variables));
}
