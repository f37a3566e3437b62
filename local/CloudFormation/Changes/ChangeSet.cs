using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Expressions;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Changes;

/// <summary>The difference between a stack and a template, computed without touching anything.</summary>
public static class ChangeSet
{
    /// <summary>Changes in the order to make them in; resources that stay as they are have none.</summary>
    /// <param name="before">Null when the stack is to be created.</param>
    /// <param name="after">What it is to become.</param>
    /// <param name="types">The emulated types.</param>
    /// <exception cref="Endpoint.AwsException"><c>ValidationError</c>.</exception>
    public static IReadOnlyList<ResourceChange> Between(DeployedStack? before, StackTemplate after, ResourceTypes types)
    {
        DemandAttributes(after, types);
        var made = new Dictionary<string, ResourceChange>();
        foreach (var resource in after.Resources)
        {
            if (KindOf(resource) is { } kind)
            {
                made[resource.LogicalId] = new ResourceChange(resource.LogicalId, resource.Type, kind);
            }
        }

        var remaining = after.Resources.Select(resource => resource.LogicalId).ToHashSet();
        var removed = (before?.Resources ?? []).Reverse().Where(resource => !remaining.Contains(resource.LogicalId))
            .Select(resource => new ResourceChange(resource.LogicalId, resource.Type, ChangeKind.Delete));
        return [.. made.Values, .. removed];

        ChangeKind? KindOf(TemplateResource resource)
        {
            if (before?.Find(resource.LogicalId) is not { } current)
            {
                return ChangeKind.Create;
            }

            if (current.Type != resource.Type)
            {
                throw TemplateError.Because(
                    [$"Resources.{resource.LogicalId}: the type of a resource cannot change, here from {current.Type} to {resource.Type}; "
                    + "give the new resource another logical id."]);
            }

            return after.IsKnown(resource, IsStable)
                ? Decide(current.Properties, after.PropertiesOf(resource, id => before.Find(id)?.Deployed), types.FindOrPlaceholder(resource.Type))
                : ChangeKind.Undecided;
        }

        // An update may change attributes, and that of a custom resource its physical id too.
        bool IsStable(Expression expression) => TemplateResource.NameIn(expression) is not { } name || !made.ContainsKey(name);
    }

    /// <remarks>Only a type that is emulated knows its attributes, and only once it made something; without one there is never a value.</remarks>
    private static void DemandAttributes(StackTemplate template, ResourceTypes types)
    {
        var problems = template.AttributesUsed()
            .Select(attribute => (Attribute: attribute, template.Resources.First(resource => resource.LogicalId == attribute.LogicalId).Type))
            .Where(used => types.Find(used.Type) is null)
            .Select(used => $"{used.Attribute.Path}: {used.Type} is not emulated, so attribute '{used.Attribute.Attribute}' of "
                + $"'{used.Attribute.LogicalId}' has no value.")
            .ToList();
        if (problems.Count > 0)
        {
            throw TemplateError.Because(problems);
        }
    }

    /// <summary>What a change of resolved properties asks for; null when nothing.</summary>
    public static ChangeKind? Decide(JsonObject before, JsonObject after, IResourceType type)
    {
        if (JsonNode.DeepEquals(before, after))
        {
            return null;
        }

        return type.MustReplace(before, after) ? ChangeKind.Replace : ChangeKind.Update;
    }
}
