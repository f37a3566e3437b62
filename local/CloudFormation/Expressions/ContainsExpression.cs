using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Contains</c> in a rule: whether a list has a value.</summary>
public sealed record ContainsExpression(Expression Values, Expression Value, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Values, Value];

    public override JsonNode Evaluate(Scope scope)
    {
        var wanted = Scalar.TextOf(Value.Evaluate(scope));
        return (Values.Evaluate(scope) as JsonArray ?? []).Any(value => Scalar.TextOf(value) == wanted);
    }
}
