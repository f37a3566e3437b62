using Infra.Local.CloudFormation.Templates;

namespace Infra.Local.CloudFormation.Stacks;

/// <summary>Takes resources away that a stack no longer has, and notes the ones that exist on.</summary>
internal sealed class Removal(ResourceOperations operations)
{
    private readonly List<string> _leftBehind = [];
    private readonly List<string> _failures = [];

    /// <summary>Resources that exist on, outside of the stack, as <c>LogicalId (Type): physical id</c>.</summary>
    public IReadOnlyList<string> LeftBehind => _leftBehind;

    /// <summary>One sentence for each deletion that failed.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>False when the deletion failed; the resource may still be there then.</summary>
    public async Task<bool> TryRemoveAsync(StackResource resource, RemovalPolicy policy)
    {
        if (policy != RemovalPolicy.Delete)
        {
            operations.Skip(resource);
            _leftBehind.Add(NameOf(resource));
            return true;
        }

        try
        {
            await operations.DeleteAsync(resource, CancellationToken.None);
            return true;
        }
        catch (Exception e)
        {
            // Whatever it was: the other resources must still get their turn, and the reason ends up in the stack's result.
            _leftBehind.Add(NameOf(resource));
            _failures.Add($"{resource.LogicalId} ({resource.Type}): {e.Message}");
            return false;
        }
    }

    private static string NameOf(StackResource resource) => $"{resource.LogicalId} ({resource.Type}): {resource.PhysicalId}";
}
