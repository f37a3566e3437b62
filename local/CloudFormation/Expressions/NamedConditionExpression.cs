using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Expressions;

/// <summary><c>{"Condition": "Name"}</c> inside a condition.</summary>
public sealed record NamedConditionExpression(string Name, string Path) : Expression(Path)
{
    public override JsonNode Evaluate(Scope scope) => scope.Condition(Name);
}
