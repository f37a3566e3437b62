using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;

namespace Infra.Local.Tests.CloudFormation.CustomResources;

/// <summary>Fails to be made or updated when its property <c>Fails</c> says so.</summary>
internal sealed class FragileType : IResourceType
{
    public string Name => "Test::Fragile";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken) =>
        (bool)properties["Fails"]! ? throw new AwsException("Fragile", "It broke.") : Task.FromResult(new DeployedResource("fragile"));

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        CreateAsync(context, after, cancellationToken);

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
