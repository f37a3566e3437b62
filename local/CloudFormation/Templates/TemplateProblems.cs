using Infra.Local.CloudFormation.Expressions;

namespace Infra.Local.CloudFormation.Templates;

/// <summary>Names in a template that lead nowhere, whatever its conditions come to.</summary>
internal static class TemplateProblems
{
    public static IEnumerable<string> In(Template template)
    {
        var parameters = template.Parameters.Select(parameter => parameter.Name).Concat(PseudoParameters.Names).ToHashSet();
        var resources = template.Resources.Select(resource => resource.LogicalId).ToHashSet();

        var decided = template.Conditions.Values
            .Concat(template.Rules.SelectMany(rule => rule.Assertions.Select(assertion => assertion.Assert)))
            .Concat(template.Rules.Select(rule => rule.When).OfType<Expression>());
        var valued = template.Resources.Select(resource => resource.Properties).Concat(template.Outputs.SelectMany(output => output.Expressions));
        return
        [
            .. decided.SelectMany(expression => expression.All()).SelectMany(expression => Unknown(expression, parameters, [], template)),
            .. valued.SelectMany(expression => expression.All()).SelectMany(expression => Unknown(expression, parameters, resources, template)),
            .. template.Resources.SelectMany(resource => resource.DependsOn.Where(id => !resources.Contains(id))
                .Select(id => $"Resources.{resource.LogicalId}.DependsOn: there is no resource '{id}'.")),
            .. template.Resources.Select(resource => (Path: $"Resources.{resource.LogicalId}", resource.Condition))
                .Concat(template.Outputs.Select(output => (Path: $"Outputs.{output.Key}", output.Condition)))
                .Where(entry => entry.Condition is { } condition && !template.Conditions.ContainsKey(condition))
                .Select(entry => $"{entry.Path}.Condition: there is no condition '{entry.Condition}'."),
        ];
    }

    private static IEnumerable<string> Unknown(Expression expression, HashSet<string> parameters, HashSet<string> resources, Template template)
    {
        var problem = expression switch
        {
            RefExpression reference when !parameters.Contains(reference.Name) && !resources.Contains(reference.Name) =>
                $"there is no parameter or resource '{reference.Name}'.",
            GetAttExpression attribute when !resources.Contains(attribute.LogicalId) => $"there is no resource '{attribute.LogicalId}'.",
            IfExpression choice when !template.Conditions.ContainsKey(choice.Condition) => $"there is no condition '{choice.Condition}'.",
            NamedConditionExpression named when !template.Conditions.ContainsKey(named.Name) => $"there is no condition '{named.Name}'.",
            FindInMapExpression { Map: Literal map } when !template.Mappings.ContainsKey(map.Value.ToString()) =>
                $"there is no mapping '{map.Value}'.",
            _ => null,
        };
        return problem is null ? [] : [$"{expression.Path}: {problem}"];
    }
}
