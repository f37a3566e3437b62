using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>Members that must all match; of an array, one element must have them all.</summary>
internal sealed record FieldsPattern(IReadOnlyDictionary<string, IPatternPart> Fields) : IPatternPart
{
    public bool Matches(JsonNode? node, bool isThere) => node switch
    {
        JsonObject members => Fields.All(field =>
        {
            var hasMember = members.TryGetPropertyValue(field.Key, out var member);
            return field.Value.Matches(member, hasMember);
        }),
        JsonArray { Count: > 0 } elements => elements.Any(element => Matches(element, isThere: true)),
        _ => Fields.Values.All(field => field.Matches(null, isThere: false)),
    };
}
