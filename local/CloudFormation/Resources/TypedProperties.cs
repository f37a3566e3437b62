using System.Globalization;
using System.Text.Json.Nodes;
using Infra.Local.Endpoint;

namespace Infra.Local.CloudFormation.Resources;

/// <summary>Reads properties that are not text; as in CloudFormation, a number or a truth value may also come as text.</summary>
public static class TypedProperties
{
    /// <exception cref="AwsException"><c>ValidationError</c> when it is no whole number.</exception>
    public static int? Number(this JsonObject properties, string name) => properties.Text(name) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        var text => throw Invalid(name, text, "a whole number"),
    };

    /// <exception cref="AwsException"><c>ValidationError</c> when it is neither true nor false.</exception>
    public static bool? Flag(this JsonObject properties, string name) => properties.Text(name) switch
    {
        null => null,
        "true" or "True" => true,
        "false" or "False" => false,
        var text => throw Invalid(name, text, "true or false"),
    };

    /// <exception cref="AwsException"><c>ValidationError</c> when it is no object.</exception>
    public static JsonObject? Child(this JsonObject properties, string name) => properties[name] switch
    {
        null => null,
        JsonObject value => value,
        var other => throw Invalid(name, other.ToJsonString(), "an object"),
    };

    private static AwsException Invalid(string name, string value, string allowed) =>
        new("ValidationError", $"Property {name} is {value}; it must be {allowed}.");
}
