using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>Alternatives, of which one must match the value; of an array, one of its values.</summary>
internal sealed record ValuesPattern(IReadOnlyList<ValueMatcher> Alternatives) : IPatternPart
{
    public bool Matches(JsonNode? node, bool isThere)
    {
        var values = isThere ? Values(node) : [];
        return values.Count == 0
            ? Alternatives.Any(alternative => alternative.IsForAbsence)
            : Alternatives.Any(alternative => !alternative.IsForAbsence && values.Any(alternative.IsMatch));
    }

    /// <summary>Only values can be matched; an object counts as if nothing were there.</summary>
    private static IReadOnlyList<JsonNode?> Values(JsonNode? node) => node switch
    {
        JsonObject => [],
        JsonArray elements => [.. elements.Where(element => element is not (JsonObject or JsonArray))],
        _ => [node],
    };
}
