using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::FindInMap</c>: a value of a two-level mapping.</summary>
public sealed record FindInMapExpression(Expression Map, Expression TopKey, Expression SecondKey, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Map, TopKey, SecondKey];

    public override JsonNode Evaluate(Scope scope)
    {
        var keys = new[] { Map, TopKey, SecondKey }.Select(key => Scalar.TextOf(key.Evaluate(scope)) ?? "").ToArray();
        return keys.Aggregate((JsonNode?)scope.Mappings, (node, key) => (node as JsonObject)?[key])?.DeepClone()
            ?? throw TemplateError.At(Path, $"Mappings have no value for {string.Join(" / ", keys)}.");
    }
}
