using System.Text.Json;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>Scalars as text, as <c>Fn::Join</c> and custom resources see them: <c>"true"</c>, <c>"7"</c>.</summary>
public static class Scalar
{
    /// <summary>Null when the node is a list or an object.</summary>
    public static string? TextOf(JsonNode? node) => node is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : null;

    /// <summary>A copy in which every scalar is a string; lists and objects keep their shape.</summary>
    public static JsonNode? Stringify(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Stringify(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Stringify)]),
        JsonValue value => JsonValue.Create(TextOf(value)),
        _ => null,
    };
}
