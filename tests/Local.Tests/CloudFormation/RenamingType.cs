using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;

namespace Infra.Local.Tests.CloudFormation;

/// <summary>A type whose update may give another physical id, as a custom resource's may; the id is the property <c>Id</c>.</summary>
internal sealed class RenamingType(FakeWorld world) : IResourceType
{
    public string Name => "Test::Renaming";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken) => Put(properties);

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) => Put(after);

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        world.Existing.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private Task<DeployedResource> Put(JsonObject properties)
    {
        world.Existing[properties["Id"]!.ToString()] = properties.ToJsonString();
        return Task.FromResult(new DeployedResource(properties["Id"]!.ToString()));
    }
}
