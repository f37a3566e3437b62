using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>A string, number or boolean.</summary>
public sealed record Literal(JsonValue Value, string Path) : Expression(Path)
{
    public override JsonNode Evaluate(Scope scope) => Value.DeepClone();
}
