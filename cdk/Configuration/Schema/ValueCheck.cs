using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Configuration.Schema;

/// <summary>Decides whether a text, number or flag keeps its <see cref="SchemaRule"/>.</summary>
public static class ValueCheck
{
    /// <summary>True when the value has the type and keeps the limits.</summary>
    public static bool Accepts(SchemaRule rule, JsonNode? value) => rule.Type switch
    {
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False && IsListed(rule, value!),
        "integer" => IsInteger(value, out var number) && IsInRange(rule, number) && IsListed(rule, value!),
        "string" => value?.GetValueKind() == JsonValueKind.String && Accepts(rule, (string)value!) && IsListed(rule, value!),
        _ => throw new InvalidOperationException(
            $"The schema has a value of type '{rule.Type}', which is none of boolean, integer, string."),
    };

    /// <summary>The rule in words.</summary>
    public static string Allowed(SchemaRule rule) => rule switch
    {
        { Type: "object" } => "an object",
        { Type: "array" } => "a list",
        { PatternMeaning: { } meaning } => meaning,
        _ when rule.Enumeration.Any() => "one of " + string.Join(", ", rule.Enumeration.Select(value => value.ToString())),
        { Type: "boolean" } => "true or false",
        { Type: "integer" } => $"a whole number from {rule.Limit("minimum")} to {rule.Limit("maximum")}",
        _ when rule.Limit("maxLength") is { } longest => $"text of {rule.Limit("minLength") ?? 0} to {longest} characters",
        _ => "text",
    };

    private static bool IsInteger(JsonNode? value, out int number)
    {
        number = 0;
        return value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out number);
    }

    private static bool IsInRange(SchemaRule rule, int number) =>
        number >= (rule.Limit("minimum") ?? int.MinValue) && number <= (rule.Limit("maximum") ?? int.MaxValue);

    private static bool Accepts(SchemaRule rule, string text) =>
        text.Length >= (rule.Limit("minLength") ?? 0)
        && text.Length <= (rule.Limit("maxLength") ?? int.MaxValue)
        && (rule.Pattern is null || Regex.IsMatch(text, rule.Pattern, RegexOptions.ECMAScript))
        // A dollar sign in a .NET pattern also matches before a final line feed; no setting holds control characters.
        && !text.Any(char.IsControl);

    private static bool IsListed(SchemaRule rule, JsonNode value) =>
        !rule.Enumeration.Any() || rule.Enumeration.Any(listed => JsonNode.DeepEquals(listed, value));
}
