using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>Reads patterns; EventBridge user guide, "Comparison operators for use in event patterns".</summary>
internal static class PatternReader
{
    private const string Emulated =
        "The local AWS has exact values, prefix, suffix, equals-ignore-case, wildcard, anything-but and exists.";

    /// <exception cref="FormatException">It is no pattern, or has a comparison that is not emulated.</exception>
    public static FieldsPattern Fields(JsonObject pattern, string path = "") => pattern.Count == 0
        ? throw new FormatException($"{Named(path)} is empty; a pattern must have at least one field.")
        : new FieldsPattern(
            pattern.ToDictionary(field => field.Key, field => Part(field.Value, Below(path, field.Key))));

    private static IPatternPart Part(JsonNode? node, string path) => node switch
    {
        _ when path.Split('.')[^1] == "$or" => throw new FormatException($"{path} is not emulated. {Emulated}"),
        JsonObject fields => Fields(fields, path),
        JsonArray { Count: > 0 } alternatives =>
            new ValuesPattern([.. alternatives.Select(one => Alternative(one, path))]),
        _ => throw new FormatException(
            $"{path} is {node?.ToJsonString() ?? "null"}; it must be an object, or an array with a value."),
    };

    private static ValueMatcher Alternative(JsonNode? node, string path) => node switch
    {
        JsonObject { Count: 1 } comparison => Comparison(comparison.Single(), path),
        JsonObject or JsonArray => throw new FormatException(
            $"{path} has the alternative {node.ToJsonString()}; it must be a value or one comparison."),
        _ => new ValueMatcher(value => JsonNode.DeepEquals(value, node)),
    };

    private static ValueMatcher Comparison(KeyValuePair<string, JsonNode?> comparison, string path) => comparison switch
    {
        ("exists", JsonValue flag) when bool.TryParse(flag.ToString(), out var exists) =>
            new ValueMatcher(_ => exists) { IsForAbsence = !exists },
        ("anything-but", { } excluded) => AnythingBut(excluded, path),
        _ => new ValueMatcher(TextIn([OneText(comparison.Key, comparison.Value, path)])),
    };

    private static ValueMatcher AnythingBut(JsonNode excluded, string path)
    {
        if (excluded is JsonObject { Count: 1 } comparison)
        {
            var (name, wanted) = comparison.Single();
            var several = wanted as JsonArray ?? [wanted?.DeepClone()];
            var isExcluded = TextIn([.. several.Select(one => OneText(name, one, $"{path}.anything-but"))]);
            return new ValueMatcher(value => !isExcluded(value));
        }

        var values = excluded as JsonArray ?? [excluded.DeepClone()];
        return values.Count > 0 && values.All(value => value is JsonValue)
            ? new ValueMatcher(value => !values.Any(one => JsonNode.DeepEquals(one, value)))
            : throw new FormatException(
                $"{path}.anything-but is {excluded.ToJsonString()}; it must be a value, values or one comparison.");
    }

    private static Func<JsonNode?, bool> TextIn(IReadOnlyList<Func<string, bool>> comparisons) => value =>
        value?.GetValueKind() == JsonValueKind.String && comparisons.Any(isMatch => isMatch(value.GetValue<string>()));

    private static Func<string, bool> OneText(string name, JsonNode? wanted, string path) =>
        (wanted?.GetValueKind() == JsonValueKind.String ? TextComparison.Find(name, wanted.GetValue<string>()) : null)
        ?? throw new FormatException(
            $"{path} compares with {name} {wanted?.ToJsonString() ?? "null"}, which is not emulated. {Emulated}");

    private static string Below(string path, string field) => path.Length == 0 ? field : $"{path}.{field}";

    private static string Named(string path) => path.Length == 0 ? "EventPattern" : path;
}
