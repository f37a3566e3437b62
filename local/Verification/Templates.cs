using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;

namespace Infra.Local.Verification;

/// <summary>Variations of a synthesized template.</summary>
public static class Templates
{
    /// <summary>The stack with every resource of a type changed.</summary>
    /// <exception cref="UnexpectedException">There is no resource of that type.</exception>
    public static AssemblyStack Change(AssemblyStack stack, string type, Action<JsonObject> change)
    {
        var template = stack.Template.DeepClone().AsObject();
        var resources = template["Resources"]!.AsObject()
            .Select(resource => resource.Value!.AsObject())
            .Where(resource => (string?)resource["Type"] == type)
            .ToList();
        Expect.True(resources.Count > 0, $"{stack.Name} has a resource of type {type}");
        foreach (var resource in resources)
        {
            change(resource["Properties"]!.AsObject());
        }

        return stack with { Template = template };
    }

    /// <summary>Removes the statements of a policy document that <paramref name="unwanted"/> picks.</summary>
    public static void RemoveStatements(JsonObject document, Func<JsonObject, bool> unwanted)
    {
        var statements = document["Statement"]!.AsArray();
        foreach (var statement in statements.OfType<JsonObject>().Where(unwanted).ToList())
        {
            statements.Remove(statement);
        }
    }
}
