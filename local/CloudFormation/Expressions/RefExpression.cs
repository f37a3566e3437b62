using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>Ref</c>: a parameter's value or a resource's physical id.</summary>
public sealed record RefExpression(string Name, string Path) : Expression(Path)
{
    /// <summary>Takes the property away that it is the value of.</summary>
    public const string NoValue = "AWS::NoValue";

    public override JsonNode? Evaluate(Scope scope)
    {
        if (Name == NoValue)
        {
            return null;
        }

        return scope.Parameters.TryGetValue(Name, out var parameter)
            ? parameter.DeepClone()
            : JsonValue.Create(scope.Resource(Name)?.PhysicalId)
                ?? throw TemplateError.At(Path, $"resource '{Name}' does not exist in this stack; its condition may be false.");
    }
}
