namespace Infra.Local.Iam.Conditions;

/// <summary>A condition operator with its prefix and suffix, such as <c>ForAnyValue:StringLikeIfExists</c>.</summary>
public sealed record ConditionOperator
{
    private const string ForAnyValue = "ForAnyValue:";
    private const string ForAllValues = "ForAllValues:";
    private const string IfExists = "IfExists";
    private const string Null = "Null";

    private ConditionOperator(string name, ConditionComparison comparison, bool holdsWithoutKey, bool asksForAbsence)
    {
        Name = name;
        Comparison = comparison;
        HoldsWithoutKey = holdsWithoutKey;
        AsksForAbsence = asksForAbsence;
    }

    /// <summary>As the policy spells it.</summary>
    public string Name { get; }

    public ConditionComparison Comparison { get; }

    /// <summary>What the condition comes to when the request does not have the key.</summary>
    public bool HoldsWithoutKey { get; }

    /// <summary>True for <c>Null</c>, which compares no values.</summary>
    public bool AsksForAbsence { get; }

    /// <summary>Null when there is no such operator, or it is not emulated.</summary>
    public static ConditionOperator? Find(string name)
    {
        if (name == Null)
        {
            return new ConditionOperator(name, Comparisons.Boolean, holdsWithoutKey: false, asksForAbsence: true);
        }

        var (any, all) = (name.StartsWith(ForAnyValue, StringComparison.Ordinal), name.StartsWith(ForAllValues, StringComparison.Ordinal));
        var ifExists = name.EndsWith(IfExists, StringComparison.Ordinal);
        var bare = name[(any ? ForAnyValue.Length : all ? ForAllValues.Length : 0)..^(ifExists ? IfExists.Length : 0)];
        return Comparisons.Find(bare) is { } comparison
            ? new ConditionOperator(name, comparison, ifExists || all || (comparison.Negated && !any), asksForAbsence: false)
            : null;
    }
}
