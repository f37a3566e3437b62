using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>The exports of stacks, and who uses them.</summary>
internal static class Exports
{
    /// <summary>Null when no stack exports that name.</summary>
    public static string? Find(IEnumerable<DeployedStack> stacks, string name) =>
        stacks.SelectMany(stack => stack.Outputs).FirstOrDefault(output => output.ExportName == name)?.Value;

    /// <summary>What speaks against a stack having these outputs from now on; null when nothing does.</summary>
    /// <param name="before">Outputs that it has.</param>
    /// <param name="after">Outputs that it is to have.</param>
    /// <param name="others">Every other stack.</param>
    public static string? Problem(
        IReadOnlyList<StackOutput> before, IReadOnlyList<StackOutput> after, IReadOnlyList<DeployedStack> others)
    {
        foreach (var output in before.Where(output => output.ExportName is not null))
        {
            var users = others.Where(stack => stack.Imports.Contains(output.ExportName!)).Select(stack => stack.Name).ToList();
            var kept = after.FirstOrDefault(candidate => candidate.ExportName == output.ExportName);
            if (users.Count > 0 && kept?.Value != output.Value)
            {
                return $"Export {output.ExportName} cannot be {(kept is null ? "deleted" : "updated")} as it is in use by "
                    + $"{string.Join(", ", users)}.";
            }
        }

        return after.Select(output => output.ExportName).OfType<string>()
            .Select(name => others.FirstOrDefault(stack => stack.Outputs.Any(output => output.ExportName == name)) is { } owner
                ? $"Export with name {name} is already exported by stack {owner.Name}."
                : null)
            .FirstOrDefault(problem => problem is not null);
    }
}
