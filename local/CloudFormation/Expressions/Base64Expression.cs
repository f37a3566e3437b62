using System.Text;
using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::Base64</c> of a string's UTF-8.</summary>
public sealed record Base64Expression(Expression Source, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Source];

    public override JsonNode Evaluate(Scope scope) => Scalar.TextOf(Source.Evaluate(scope)) is { } text
        ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text))
        : throw TemplateError.At(Path, "only a string can be encoded.");
}
