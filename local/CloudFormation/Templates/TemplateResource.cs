using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>An entry of <c>Resources</c>.</summary>
/// <param name="LogicalId">Its key.</param>
/// <param name="Type">For example <c>AWS::S3::Bucket</c>.</param>
/// <param name="Properties">With their intrinsic functions.</param>
public sealed record TemplateResource(string LogicalId, string Type, Expression Properties)
{
    /// <summary>Name of the condition under which it exists; null for always.</summary>
    public string? Condition { get; init; }

    /// <summary>Logical ids that <c>DependsOn</c> names.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    public RemovalPolicy DeletionPolicy { get; init; }

    public RemovalPolicy UpdateReplacePolicy { get; init; }

    /// <summary>Attributes that are accepted but change nothing here, such as <c>CreationPolicy</c>.</summary>
    public IReadOnlyList<string> NotEmulated { get; init; } = [];

    /// <summary>Whether a function of the template makes it; such a resource gets every scalar as a string.</summary>
    internal bool IsCustom => Type == "AWS::CloudFormation::CustomResource" || Type.StartsWith("Custom::", StringComparison.Ordinal);

    /// <summary>Logical ids that it names, in its properties or in <c>DependsOn</c>; parameters may be among them.</summary>
    internal IEnumerable<string> NamesUsed(Func<string, bool> condition) =>
        Properties.Live(condition).Select(NameIn).OfType<string>().Concat(DependsOn);

    internal static string? NameIn(Expression expression) => expression switch
    {
        RefExpression reference => reference.Name,
        GetAttExpression attribute => attribute.LogicalId,
        _ => null,
    };
}
