using System.Text.Json.Nodes;

namespace Infra.Local.Events.Patterns;

/// <summary>One alternative for a value.</summary>
/// <param name="IsMatch">Whether it lets a value pass; null is a JSON null.</param>
internal sealed record ValueMatcher(Func<JsonNode?, bool> IsMatch)
{
    /// <summary><c>{"exists": false}</c>: passes where nothing is.</summary>
    public bool IsForAbsence { get; init; }
}
