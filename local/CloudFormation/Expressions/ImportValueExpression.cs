using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::ImportValue</c>: an export of another stack.</summary>
public sealed record ImportValueExpression(Expression Name, string Path) : Expression(Path)
{
    public override IEnumerable<Expression> Children => [Name];

    public override JsonNode Evaluate(Scope scope)
    {
        var name = ExportName(scope);
        return scope.Export(name) ?? throw TemplateError.At(Path, $"no export named '{name}' found; deploy the stack that exports it first.");
    }

    public string ExportName(Scope scope) =>
        Scalar.TextOf(Name.Evaluate(scope)) ?? throw TemplateError.At(Path, "the name of an export must be a string.");
}
