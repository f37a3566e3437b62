using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation;

/// <summary>Stands for a resource type that is not emulated: it has a physical name and nothing else, and it is listed as such.</summary>
internal sealed class PlaceholderType(string name) : IResourceType
{
    /// <summary>Characters that fit the name of any resource.</summary>
    private const int NameLength = 63;

    public string Name => name;

    public IEnumerable<string> NotEmulated(JsonObject properties) => ["the whole resource"];

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken) =>
        Task.FromResult(new DeployedResource(context.PhysicalName(NameLength)));

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        Task.FromResult(current);

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
