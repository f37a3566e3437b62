using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Conditions;

/// <summary>How one value of a request is held against one value of a policy.</summary>
/// <param name="Negated">True for the <c>Not</c> operators: the statement holds when nothing matches.</param>
/// <param name="Accepts">Whether a policy value can be compared at all; checked when the policy is set.</param>
/// <param name="Matches">Request value, policy value, policy variables.</param>
/// <param name="Wanted">What <paramref name="Accepts"/> accepts, for error messages.</param>
public sealed record ConditionComparison(
    bool Negated, Func<string, bool> Accepts, Func<string, string, PolicyVariables, bool> Matches, string Wanted)
{
    internal ConditionComparison Not() => this with { Negated = true };
}
