using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary>A list; items without a value are left out.</summary>
public sealed record ListExpression(IReadOnlyList<Expression> Items, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => Items;

    public override JsonNode Evaluate(Scope scope) =>
        new JsonArray([.. Items.Select(item => item.Evaluate(scope)).Where(item => item is not null)]);
}
