using System.Globalization;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Select</c>: one item of a list, counted from 0.</summary>
public sealed record SelectExpression(Expression Index, Expression Values, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Index, Values];

    public override JsonNode Evaluate(Scope scope)
    {
        var values = Values.Evaluate(scope) as JsonArray ?? throw TemplateError.At(Path, "the second argument must be a list.");
        var text = Scalar.TextOf(Index.Evaluate(scope));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < values.Count
            ? values[index]!.DeepClone()
            : throw TemplateError.At(Path, $"cannot select '{text}' from a list of {values.Count}; the first item is 0.");
    }
}
