using System.Text.Json.Nodes;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Conditions;

/// <summary>Reads a <c>Condition</c> block.</summary>
internal static class ConditionReader
{
    public static IReadOnlyList<PolicyCondition> Read(JsonNode? node, string where) => node switch
    {
        null => [],
        JsonObject operators => [.. operators.SelectMany(entry => ReadOperator(entry.Key, entry.Value, where))],
        _ => throw MalformedPolicy.Error(where, "it must be a JSON object."),
    };

    private static IEnumerable<PolicyCondition> ReadOperator(string name, JsonNode? node, string where)
    {
        var known = ConditionOperator.Find(name)
            ?? throw MalformedPolicy.Error(where, $"there is no condition operator '{name}', or it is not emulated.");
        if (node is not JsonObject keys)
        {
            throw MalformedPolicy.Error($"{where}.{name}", "it must be an object of condition keys.");
        }

        return keys.Select(key => ReadKey(known, key.Key, key.Value, $"{where}.{name}.{key.Key}"));
    }

    private static PolicyCondition ReadKey(ConditionOperator known, string key, JsonNode? node, string where)
    {
        var values = PolicyValues.Scalars(node, where);
        foreach (var value in values.Where(value => !known.Comparison.Accepts(value)))
        {
            throw MalformedPolicy.Error(where, $"'{value}' is not {known.Comparison.Wanted}.");
        }

        return new PolicyCondition(known, key, values);
    }
}
