using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation.Resources.Cdk;

/// <summary><c>AWS::CDK::Metadata</c>: usage statistics of the CDK, which do nothing on AWS either.</summary>
public sealed class MetadataResource : IResourceType
{
    /// <summary>Characters; any number does.</summary>
    private const int MaxNameLength = 128;

    public string Name => "AWS::CDK::Metadata";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken) =>
        Task.FromResult(new DeployedResource(context.PhysicalName(MaxNameLength)));

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        Task.FromResult(current);

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
