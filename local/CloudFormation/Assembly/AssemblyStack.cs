using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Assembly;

/// <summary>A stack to deploy.</summary>
/// <param name="Name">Name of the stack.</param>
/// <param name="Template">Its template.</param>
public sealed record AssemblyStack(string Name, JsonObject Template)
{
    /// <summary>Values of template parameters. Default: none, so that each has its own default.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>();

    /// <summary>Directories of its file assets by the object key that the template uses. Default: none.</summary>
    public IReadOnlyDictionary<string, string> AssetDirectories { get; init; } = new Dictionary<string, string>();

    /// <summary>Account that the template was synthesized for; null when it is for any.</summary>
    public string? AccountId { get; init; }

    /// <summary>Region that the template was synthesized for; null when it is for any.</summary>
    public string? Region { get; init; }
}
