using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Not</c>.</summary>
public sealed record NotExpression(Expression Term, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Term];

    public override JsonNode Evaluate(Scope scope) => !Term.IsTrue(scope);
}
