using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>An entry of <c>Outputs</c>.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">What it says.</param>
/// <param name="ExportName">Name under which other stacks import it; null when it is not exported.</param>
/// <param name="Condition">Name of the condition under which it exists; null for always.</param>
public sealed record TemplateOutput(string Key, Expression Value, Expression? ExportName, string? Condition)
{
    internal IEnumerable<Expression> Expressions => ExportName is null ? [Value] : [Value, ExportName];
}
