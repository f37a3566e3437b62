using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>What expressions may look up.</summary>
public sealed record Scope
{
    /// <summary>Values of parameters and pseudo parameters, by name.</summary>
    public required IReadOnlyDictionary<string, JsonNode> Parameters { get; init; }

    /// <summary>The template's <c>Mappings</c>.</summary>
    public JsonObject Mappings { get; init; } = [];

    /// <summary>Value of a named condition.</summary>
    public Func<string, bool> Condition { get; init; } = _ => false;

    /// <summary>Value of an export of another stack; null when there is none.</summary>
    public Func<string, string?> Export { get; init; } = _ => null;

    /// <summary>A resource that exists by now; null when it does not.</summary>
    public Func<string, DeployedResource?> Resource { get; init; } = _ => null;
}
