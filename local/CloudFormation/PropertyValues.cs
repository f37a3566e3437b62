using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation;

/// <summary>Reads resource properties as CloudFormation does: a number or a truth value may also come as text.</summary>
public static class PropertyValues
{
    public static string? Text(this JsonObject properties, string name) => properties[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value => value.ToJsonString(),
        var other => throw Invalid(name, other, "text"),
    };

    /// <exception cref="AwsException"><c>ValidationError</c> when it is missing.</exception>
    public static string RequiredText(this JsonObject properties, string name) =>
        properties.Text(name) ?? throw new AwsException("ValidationError", $"Property {name} is required.");

    public static int? Number(this JsonObject properties, string name) => properties.Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw Invalid(name, properties[name], "a whole number"),
    };

    public static bool? Flag(this JsonObject properties, string name) => properties.Text(name) switch
    {
        null => null,
        "true" or "True" => true,
        "false" or "False" => false,
        _ => throw Invalid(name, properties[name], "true or false"),
    };

    public static JsonObject? Child(this JsonObject properties, string name) => properties[name] switch
    {
        null => null,
        JsonObject value => value,
        var other => throw Invalid(name, other, "an object"),
    };

    /// <summary>The objects of a list; none when the property is missing.</summary>
    public static IReadOnlyList<JsonObject> Objects(this JsonObject properties, string name) =>
        [.. Items(properties, name).Select(item => item as JsonObject ?? throw Invalid(name, item, "a list of objects"))];

    /// <summary>The texts of a list; none when the property is missing.</summary>
    public static IReadOnlyList<string> Texts(this JsonObject properties, string name) =>
        [.. Items(properties, name).Select(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw Invalid(name, item, "a list of texts"))];

    /// <summary>Names of the properties that are not among <paramref name="emulated"/>.</summary>
    public static IEnumerable<string> NamesExcept(this JsonObject properties, params string[] emulated) =>
        properties.Select(property => property.Key).Except(emulated);

    private static JsonArray Items(JsonObject properties, string name) => properties[name] switch
    {
        null => [],
        JsonArray items => items,
        var other => throw Invalid(name, other, "a list"),
    };

    private static AwsException Invalid(string name, JsonNode? value, string allowed) =>
        new("ValidationError", $"Property {name} is {value?.ToJsonString() ?? "null"}; it must be {allowed}.");
}
