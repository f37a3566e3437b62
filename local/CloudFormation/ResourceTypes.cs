namespace Infra.Local.CloudFormation;

/// <summary>The resource types that the local AWS emulates, by name.</summary>
/// <remarks>A type whose name ends in <c>::</c>, such as <c>Custom::</c>, stands for every type that begins so.</remarks>
public sealed class ResourceTypes(IEnumerable<IResourceType> types)
{
    private readonly Dictionary<string, IResourceType> _types = types.ToDictionary(type => type.Name);

    /// <summary>Null when the type is not emulated.</summary>
    public IResourceType? Find(string name) => _types.GetValueOrDefault(name) ?? _types.Values
        .Where(type => type.Name.EndsWith("::", StringComparison.Ordinal) && name.StartsWith(type.Name, StringComparison.Ordinal))
        .MaxBy(type => type.Name.Length);

    /// <summary>The type, or a placeholder for one that is not emulated.</summary>
    internal IResourceType FindOrPlaceholder(string name) => Find(name) ?? new PlaceholderType(name);
}
