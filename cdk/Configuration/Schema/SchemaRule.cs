using System.Text.Json.Nodes;

namespace Infra.Cdk.Configuration.Schema;

/// <summary>What the schema says about one value: the keywords of JSON Schema that environment files need, and no others.</summary>
public sealed class SchemaRule
{
    /// <summary>Keywords that only describe, and those that this class and <see cref="SchemaReader"/> act on.</summary>
    private static readonly HashSet<string> KnownKeywords =
    [
        "$schema", "title", "description", "examples", "patternErrorMessage",
        "type", "enum", "default", "pattern", "minLength", "maxLength", "minimum", "maximum",
        "properties", "required", "additionalProperties", "minProperties", "maxProperties",
        "items", "minItems", "maxItems", "uniqueItems", "allOf",
    ];

    private readonly JsonObject _keywords;

    public SchemaRule(JsonObject keywords)
    {
        _keywords = keywords;
        if (keywords.FirstOrDefault(keyword => !KnownKeywords.Contains(keyword.Key)).Key is { } unknown)
        {
            throw new InvalidOperationException(
                $"The schema uses the keyword '{unknown}', which nothing here enforces. Use one of "
                + $"{string.Join(", ", KnownKeywords)}, or teach {nameof(SchemaRule)} the new one.");
        }
    }

    public string Type => (string)_keywords["type"]!;

    public string Description => (string)_keywords["description"]!;

    public JsonNode? Default => _keywords["default"]?.DeepClone();

    public bool UniqueItems => (bool?)_keywords["uniqueItems"] ?? false;

    public SchemaRule Items => new((JsonObject)_keywords["items"]!);

    public IReadOnlySet<string> Required => Texts("required").ToHashSet();

    /// <summary>What else is required or forbidden, depending on a member's value.</summary>
    public IReadOnlyList<SchemaCondition> Conditions =>
        [.. (_keywords["allOf"] as JsonArray ?? []).Select(condition => new SchemaCondition((JsonObject)condition!))];

    public IReadOnlyDictionary<string, SchemaRule> Properties =>
        (_keywords["properties"] as JsonObject ?? [])
            .ToDictionary(property => property.Key, property => new SchemaRule((JsonObject)property.Value!));

    /// <summary>The rule for members with names of the author's choice, such as tags; null when there may be none.</summary>
    public SchemaRule? AnyMember => _keywords["additionalProperties"] is JsonObject rule ? new SchemaRule(rule) : null;

    public IEnumerable<JsonNode> Enumeration => (_keywords["enum"] as JsonArray ?? []).Select(value => value!);

    public string? Pattern => (string?)_keywords["pattern"];

    public string? PatternMeaning => (string?)_keywords["patternErrorMessage"];

    /// <summary>A limit such as <c>maxLength</c>; null when the schema sets none.</summary>
    public int? Limit(string keyword) => (int?)_keywords[keyword];

    /// <summary>A valid value to go on with when the file has none, so that the other rules can still be checked.</summary>
    public JsonNode StandIn() =>
        Default
        ?? (_keywords["examples"] as JsonArray)?[0]!.DeepClone()
        ?? Enumeration.FirstOrDefault()?.DeepClone()
        ?? new JsonObject();

    private IEnumerable<string> Texts(string keyword) =>
        (_keywords[keyword] as JsonArray ?? []).Select(value => (string)value!);
}
