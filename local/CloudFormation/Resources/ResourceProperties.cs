using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Resources;

/// <summary>Reads the resolved properties of a resource.</summary>
public static class ResourceProperties
{
    /// <summary>A scalar as text; null when it is not there.</summary>
    public static string? Text(this JsonObject properties, string name) => properties[name] switch
    {
        null => null,
        JsonValue value => value.ToString(),
        _ => throw Invalid(name, "it must be a single value."),
    };

    /// <exception cref="AwsException"><c>ValidationError</c> when it is not there.</exception>
    public static string RequiredText(this JsonObject properties, string name) =>
        properties.Text(name) is { Length: > 0 } text ? text : throw Invalid(name, "it is required.");

    /// <exception cref="AwsException"><c>ValidationError</c> when it is not there.</exception>
    public static JsonNode Required(this JsonObject properties, string name) => properties[name] ?? throw Invalid(name, "it is required.");

    /// <summary>A list of scalars as text; empty when it is not there.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject properties, string name) => properties[name] switch
    {
        null => [],
        JsonArray list =>
            [.. list.Select(item => item is JsonValue value ? value.ToString() : throw Invalid(name, "it must be a list of single values."))],
        _ => throw Invalid(name, "it must be a list."),
    };

    /// <summary>A list of objects; empty when it is not there.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject properties, string name) => properties[name] switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => item as JsonObject ?? throw Invalid(name, "it must be a list of objects."))],
        _ => throw Invalid(name, "it must be a list."),
    };

    /// <summary>The properties that are there beyond these.</summary>
    public static IEnumerable<string> Except(this JsonObject properties, params string[] emulated) =>
        properties.Select(property => property.Key).Except(emulated);

    /// <summary>Whether one of these properties differs.</summary>
    public static bool Differ(JsonObject before, JsonObject after, params string[] names) =>
        names.Any(name => !JsonNode.DeepEquals(before[name], after[name]));

    private static AwsException Invalid(string name, string problem) => new("ValidationError", $"Property {name}: {problem}");
}
