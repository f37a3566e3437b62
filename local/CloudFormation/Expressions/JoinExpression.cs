using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Join</c>, and <c>Fn::Sub</c> as the join of its parts.</summary>
public sealed record JoinExpression(string Delimiter, Expression Values, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Values];

    public override JsonNode Evaluate(Scope scope) => Values.Evaluate(scope) is JsonArray values
        ? string.Join(Delimiter, values.Select(TextOf))
        : throw TemplateError.At(Path, "the values must be a list.");

    private string TextOf(JsonNode? value) => Scalar.TextOf(value)
        ?? throw TemplateError.At(Path, $"{value?.ToJsonString() ?? "null"} is not a string; a list or an object cannot be joined.");
}
