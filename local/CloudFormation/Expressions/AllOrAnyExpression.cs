using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::And</c> and <c>Fn::Or</c>.</summary>
public sealed record AllOrAnyExpression(bool IsAll, IReadOnlyList<Expression> Terms, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => Terms;

    public override JsonNode Evaluate(Scope scope) => IsAll ? Terms.All(term => term.IsTrue(scope)) : Terms.Any(term => term.IsTrue(scope));
}
