using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Fn::GetAtt</c>: an attribute of a resource.</summary>
public sealed record GetAttExpression(string LogicalId, string Attribute, string Path) : Expression(Path)
{
    public override JsonNode Evaluate(Scope scope)
    {
        var resource = scope.Resource(LogicalId)
            ?? throw TemplateError.At(Path, $"resource '{LogicalId}' does not exist in this stack; its condition may be false.");
        return resource.Attributes.TryGetValue(Attribute, out var value)
            ? value.DeepClone()
            : throw TemplateError.At(
                Path,
                $"attribute '{Attribute}' of '{LogicalId}' is not emulated; "
                + (resource.Attributes.Count == 0 ? "no attribute of it is." : $"these are: {string.Join(", ", resource.Attributes.Keys)}."));
    }
}
