using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>Which events a rule is for; EventBridge user guide, "Event patterns".</summary>
public sealed class EventPattern
{
    /// <summary>Characters of a pattern; EventBridge API reference, PutRule, <c>EventPattern</c>.</summary>
    private const int MaxLength = 4096;

    private readonly FieldsPattern _fields;
    private readonly string _text;

    private EventPattern(JsonObject pattern) =>
        (_fields, _text) = (PatternReader.Fields(pattern), pattern.ToJsonString());

    /// <exception cref="FormatException">It is no pattern, or has a comparison that is not emulated.</exception>
    public static EventPattern Parse(JsonObject pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var length = pattern.ToJsonString().Length;
        return length <= MaxLength
            ? new EventPattern(pattern)
            : throw new FormatException(
                $"EventPattern has {length} characters of at most {MaxLength}; make two rules of it.");
    }

    /// <param name="document">A whole event, as <see cref="BusEvent.ToJson"/> gives it.</param>
    public bool Matches(JsonObject document) => _fields.Matches(document, isThere: true);

    public override string ToString() => _text;
}
