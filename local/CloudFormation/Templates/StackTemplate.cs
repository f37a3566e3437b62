using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>A template for one stack: parameters and conditions are decided, and resources are in the order to make them in.</summary>
public sealed class StackTemplate
{
    private const string DynamicReference = "{{resolve:";

    private readonly Scope _scope;
    private readonly Dictionary<string, HashSet<string>> _dependencies;
    private readonly List<TemplateOutput> _outputs;

    /// <param name="template">What was read.</param>
    /// <param name="parameters">Values of parameters and pseudo parameters.</param>
    /// <param name="export">Value of an export of another stack; null when there is none.</param>
    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c>, before anything is touched.</exception>
    public StackTemplate(Template template, IReadOnlyDictionary<string, JsonNode> parameters, Func<string, string?> export)
    {
        var scope = new Scope { Parameters = parameters, Mappings = template.Mappings, Export = export };
        _scope = scope with { Condition = new ConditionValues(template.Conditions, scope).IsTrue };
        var resources = template.Resources.Where(resource => Exists(resource.Condition)).ToDictionary(resource => resource.LogicalId);
        _outputs = [.. template.Outputs.Where(output => Exists(output.Condition))];

        DemandRules(template.Rules);
        DemandExisting(template, resources);
        _dependencies = resources.Values.ToDictionary(
            resource => resource.LogicalId,
            resource => resource.NamesUsed(_scope.Condition).Where(resources.ContainsKey).ToHashSet());
        Resources = [.. DependencyOrder.Of(resources.Keys, id => _dependencies[id]).Select(id => resources[id])];
        Imports = LiveExpressions(resources.Values).OfType<ImportValueExpression>().Select(ImportedName).ToHashSet();
    }

    /// <summary>The resources whose conditions hold, each after those that it depends on.</summary>
    public IReadOnlyList<TemplateResource> Resources { get; }

    /// <summary>Names of the exports of other stacks that this one uses.</summary>
    public IReadOnlySet<string> Imports { get; }

    /// <summary>Logical ids of the resources that one needs to exist first.</summary>
    public IReadOnlySet<string> DependenciesOf(string logicalId) => _dependencies[logicalId];

    /// <summary>Every intrinsic function resolved; <paramref name="existing"/> finds the resources that exist by now.</summary>
    public JsonObject PropertiesOf(TemplateResource resource, Func<string, DeployedResource?> existing)
    {
        var properties = resource.Properties.Evaluate(_scope with { Resource = existing }) as JsonObject
            ?? throw TemplateError.At(resource.Properties.Path, "properties must be a JSON object.");
        return properties.ToJsonString().Contains(DynamicReference, StringComparison.Ordinal)
            ? throw TemplateError.At(resource.Properties.Path, $"dynamic references ({DynamicReference}…}}}}) are not emulated.")
            : resource.IsCustom ? Scalar.Stringify(properties)!.AsObject() : properties;
    }

    /// <summary>Whether the properties of a resource can be known before a deployment, given what it leaves as it is.</summary>
    /// <param name="resource">Whose properties.</param>
    /// <param name="isStable">Whether a reference gives the same before and after.</param>
    internal bool IsKnown(TemplateResource resource, Func<Expression, bool> isStable) => resource.Properties.Live(_scope.Condition).All(isStable);

    /// <summary>Every attribute of a resource that a property or an output needs.</summary>
    internal IEnumerable<GetAttExpression> AttributesUsed() => LiveExpressions(Resources).OfType<GetAttExpression>();

    /// <summary>The outputs whose conditions hold.</summary>
    public IReadOnlyList<StackOutput> Outputs(Func<string, DeployedResource?> existing)
    {
        var scope = _scope with { Resource = existing };
        return
        [
            .. _outputs.Select(output => new StackOutput(
                output.Key, Text(output.Value, scope), output.ExportName is { } name ? Text(name, scope) : null)),
        ];
    }

    /// <summary>Fails for an export that there is not, before anything is touched.</summary>
    private string ImportedName(ImportValueExpression import)
    {
        _ = import.Evaluate(_scope);
        return import.ExportName(_scope);
    }

    private static string Text(Expression expression, Scope scope) =>
        Scalar.TextOf(expression.Evaluate(scope)) ?? throw TemplateError.At(expression.Path, "the value of an output must be a string.");

    private bool Exists(string? condition) => condition is null || _scope.Condition(condition);

    private void DemandRules(IEnumerable<TemplateRule> rules)
    {
        var problems = rules.Where(rule => rule.When?.IsTrue(_scope) ?? true)
            .SelectMany(rule => rule.Assertions.Where(assertion => !assertion.Assert.IsTrue(_scope))
                .Select(assertion => $"Rules.{rule.Name}: {assertion.Description}"))
            .ToList();
        if (problems.Count > 0)
        {
            throw TemplateError.Because(problems);
        }
    }

    /// <remarks>A <c>DependsOn</c> of a resource whose condition is false is ignored, as on AWS; a reference to it is an error.</remarks>
    private void DemandExisting(Template template, Dictionary<string, TemplateResource> resources)
    {
        var absent = template.Resources.Select(resource => resource.LogicalId).Where(id => !resources.ContainsKey(id)).ToHashSet();
        var problems = LiveExpressions(resources.Values)
            .Where(expression => TemplateResource.NameIn(expression) is { } name && absent.Contains(name))
            .Select(expression => $"{expression.Path}: resource '{TemplateResource.NameIn(expression)}' does not exist; its condition is false.")
            .ToList();
        if (problems.Count > 0)
        {
            throw TemplateError.Because(problems);
        }
    }

    private IEnumerable<Expression> LiveExpressions(IEnumerable<TemplateResource> resources) => resources
        .Select(resource => resource.Properties)
        .Concat(_outputs.SelectMany(output => output.Expressions))
        .SelectMany(expression => expression.Live(_scope.Condition));
}
