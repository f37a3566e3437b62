using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::If</c>: one of two values, by a named condition.</summary>
public sealed record IfExpression(string Condition, Expression Then, Expression Otherwise, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Then, Otherwise];

    public override IEnumerable<Expression> LiveChildren(Func<string, bool> condition) => [Chosen(condition)];

    public override JsonNode? Evaluate(Scope scope) => Chosen(scope.Condition).Evaluate(scope);

    private Expression Chosen(Func<string, bool> condition) => condition(Condition) ? Then : Otherwise;
}
