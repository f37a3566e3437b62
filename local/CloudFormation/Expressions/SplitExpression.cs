using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Split</c>: a string cut at each delimiter.</summary>
public sealed record SplitExpression(string Delimiter, Expression Source, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Source];

    public override JsonNode Evaluate(Scope scope) => Scalar.TextOf(Source.Evaluate(scope)) is { } text
        ? new JsonArray([.. text.Split(Delimiter).Select(part => JsonValue.Create(part))])
        : throw TemplateError.At(Path, "only a string can be split.");
}
