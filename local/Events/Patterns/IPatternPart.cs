using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>What a pattern demands of one place in an event.</summary>
internal interface IPatternPart
{
    /// <param name="node">What is there; null also for a JSON null.</param>
    /// <param name="isThere">False when the event has no such member.</param>
    bool Matches(JsonNode? node, bool isThere);
}
