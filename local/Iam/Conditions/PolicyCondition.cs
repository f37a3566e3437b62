using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Conditions;

/// <summary>One key of a <c>Condition</c> block.</summary>
/// <param name="Operator">How it is compared.</param>
/// <param name="Key">Condition key, such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">What it is compared with; one that matches is enough, or for a negated operator, none may match.</param>
public sealed record PolicyCondition(ConditionOperator Operator, string Key, IReadOnlyList<string> Values)
{
    /// <remarks>
    /// A key that the request does not have fits no value: false, or true for a negated operator, for <c>…IfExists</c> and for
    /// <c>ForAllValues:</c>; always false for <c>ForAnyValue:</c> (IAM user guide, "Condition operators" and "Set operators").
    /// A request of the local AWS has one value for a key, so that both quantifiers agree on a key that it has.
    /// </remarks>
    internal bool Holds(RequestContext context, PolicyVariables variables)
    {
        var value = context.Find(Key);
        if (Operator.AsksForAbsence)
        {
            return Values.Any(absent => bool.Parse(absent) == (value is null));
        }

        if (value is null)
        {
            return Operator.HoldsWithoutKey;
        }

        return Values.Any(wanted => Operator.Comparison.Matches(value, wanted, variables)) != Operator.Comparison.Negated;
    }
}
