using System.Text.Json.Nodes;

namespace Infra.Cdk.Configuration.Schema;

/// <summary>Which members an object must and must not have when one of them has a certain value.</summary>
/// <remarks>
/// The one form of condition that environment files need, so that editors complete it too:
/// <c>{"if": {"required": ["mode"], "properties": {"mode": {"const": "x"}}}, "then": {"required": […], "properties": {"other": false}}}</c>.
/// </remarks>
public sealed class SchemaCondition
{
    private readonly HashSet<string> _required;
    private readonly HashSet<string> _forbidden;

    public SchemaCondition(JsonObject keywords)
    {
        if (keywords.Count != 2 || keywords["then"] is not JsonObject consequence
            || Members(keywords["if"] as JsonObject) is not [var (setting, rule)] || (rule as JsonObject)?["const"] is not JsonValue value
            || Members(consequence).Any(member => member.Value is not JsonValue forbidden || (bool)forbidden))
        {
            throw new InvalidOperationException(
                $"The schema has the condition {keywords.ToJsonString()}, whose form nothing here enforces. Compare one member with a "
                + $"constant and list what is then required or, with the value false, forbidden; or teach {nameof(SchemaCondition)} the new form.");
        }

        (Setting, Value) = (setting, (string)value!);
        _required = (consequence["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        _forbidden = Members(consequence).Select(member => member.Key).ToHashSet();
    }

    /// <summary>The member that decides.</summary>
    public string Setting { get; }

    /// <summary>Its value for which the condition holds.</summary>
    public string Value { get; }

    public bool Holds(JsonObject members) =>
        members[Setting] is JsonValue value && value.TryGetValue<string>(out var text) && text == Value;

    public bool Requires(string name) => _required.Contains(name);

    public bool Forbids(string name) => _forbidden.Contains(name);

    private static KeyValuePair<string, JsonNode?>[] Members(JsonObject? rule) => [.. rule?["properties"] as JsonObject ?? []];
}
