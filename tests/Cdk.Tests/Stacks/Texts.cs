using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Infra.Cdk.Tests.Stacks;

/// <summary>Reads what a template says in one way or another.</summary>
internal static class Texts
{
    /// <summary>A single text, or those of a list; what refers to something else is left out.</summary>
    public static IEnumerable<string> Of(JsonNode? node) => node switch
    {
        JsonArray items => items.OfType<JsonValue>().Select(item => (string)item!),
        JsonValue value => [(string)value!],
        _ => [],
    };

    /// <summary>
    /// A text in which <c>Fn::Join</c> is carried out; what is known on deployment only stands in brackets.
    /// </summary>
    public static string Joined(JsonNode? node) => node switch
    {
        JsonValue value => value.ToString(),
        JsonObject join when join["Fn::Join"] is JsonArray parts =>
            string.Join((string)parts[0]!, ((JsonArray)parts[1]!).Select(Joined)),
        JsonObject select when select["Fn::Select"] is JsonArray choice =>
            $"<{choice[0]} of {Joined(choice[1])}>",
        JsonObject split when split["Fn::Split"] is JsonArray pieces => Joined(pieces[1]),
        JsonObject reference when reference["Fn::GetAtt"] is JsonArray attribute => $"<{attribute[1]}>",
        JsonObject reference => $"<{reference.First().Value}>",
        _ => "",
    };

    /// <summary>A joined text with names in place of what is known on deployment only.</summary>
    public static string? Known(string? joined) => joined is null
        ? null
        : Regex.Replace(joined.Replace("<Arn>", Some.CaArn, StringComparison.Ordinal), "<[^<>]*>", "a-name");
}
