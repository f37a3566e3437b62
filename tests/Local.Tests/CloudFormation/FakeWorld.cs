using System.Text.RegularExpressions;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>Everything that <see cref="FakeType"/> made, and what was done in which order.</summary>
internal sealed partial class FakeWorld
{
    /// <summary>Properties of what exists, by physical id.</summary>
    public SortedDictionary<string, string> Existing { get; } = new(StringComparer.Ordinal);

    /// <summary>For example <c>Create Topic</c>.</summary>
    public List<string> Done { get; } = [];

    /// <summary>Logical ids of resources whose next update takes effect and then fails.</summary>
    public HashSet<string> FailAfterUpdate { get; } = [];

    /// <summary>Logical ids of resources that cannot be deleted.</summary>
    public HashSet<string> Undeletable { get; } = [];

    /// <summary>Called at the beginning of each operation.</summary>
    public Action<string> OnOperation { get; set; } = _ => { };

    /// <summary>Moments at which something existed that uses something else which did not.</summary>
    public List<string> DanglingReferences { get; } = [];

    /// <summary>Looks at every physical id that is written in properties.</summary>
    public void CheckReferences(string operation)
    {
        foreach (var (id, properties) in Existing)
        {
            DanglingReferences.AddRange(PhysicalId().Matches(properties).Select(match => match.Value).Where(used => !Existing.ContainsKey(used))
                .Select(used => $"after {operation}: {id} uses {used}"));
        }
    }

    [GeneratedRegex("Stack-R[0-9]-[0-9a-f]{12}")]
    private static partial Regex PhysicalId();

    public string Snapshot() => string.Join('\n', Existing.Select(entry => $"{entry.Key} {entry.Value}"));
}
