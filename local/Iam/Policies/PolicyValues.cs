using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Iam.Policies;

/// <summary>Values of a policy element, in which one value may stand for a list of one.</summary>
internal static class PolicyValues
{
    /// <summary>Strings only, at least one.</summary>
    public static IReadOnlyList<string> Strings(JsonNode? node, string where) =>
        Read(node, where, value => value.GetValueKind() == JsonValueKind.String, "a string");

    /// <summary>Strings, numbers and booleans as text, at least one.</summary>
    public static IReadOnlyList<string> Scalars(JsonNode? node, string where) =>
        Read(node, where, value => value.GetValueKind() is not (JsonValueKind.Object or JsonValueKind.Array), "a string, number or boolean");

    private static List<string> Read(JsonNode? node, string where, Func<JsonValue, bool> isValue, string wanted)
    {
        List<JsonNode?> values = node is JsonArray list ? [.. list] : [node];
        if (values.Count == 0)
        {
            throw MalformedPolicy.Error(where, "it must have at least one value.");
        }

        return [.. values.Select(value => value is JsonValue scalar && isValue(scalar)
            ? Text(scalar)
            : throw MalformedPolicy.Error(where, $"{value?.ToJsonString() ?? "null"} is not {wanted}."))];
    }

    private static string Text(JsonValue value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
