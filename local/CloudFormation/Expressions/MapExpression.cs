using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>An object that is not a function; members without a value are left out.</summary>
public sealed record MapExpression(IReadOnlyList<KeyValuePair<string, Expression>> Members, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => Members.Select(member => member.Value);

    public override JsonObject Evaluate(Scope scope) => new(
        Members.Select(member => KeyValuePair.Create(member.Key, member.Value.Evaluate(scope))).Where(member => member.Value is not null));
}
