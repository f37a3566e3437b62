using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Equals</c> of two scalars.</summary>
public sealed record EqualsExpression(Expression Left, Expression Right, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Left, Right];

    public override JsonNode Evaluate(Scope scope) => Scalar.TextOf(Left.Evaluate(scope)) == Scalar.TextOf(Right.Evaluate(scope));
}
