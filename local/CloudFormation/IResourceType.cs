using System.Text.Json.Nodes;

namespace Infra.Local.CloudFormation;

/// <summary>What the local AWS does for one CloudFormation resource type.</summary>
/// <remarks>Properties arrive with every intrinsic resolved. Errors are <see cref="Endpoint.AwsException"/>; the engine rolls back.</remarks>
public interface IResourceType
{
    /// <summary>For example <c>AWS::S3::Bucket</c>.</summary>
    string Name { get; }

    /// <summary>Paths in these properties that are accepted but change nothing here, such as <c>LoggingConfiguration</c>; empty when all are emulated.</summary>
    IEnumerable<string> NotEmulated(JsonObject properties);

    /// <summary>True when the change cannot be made in place.</summary>
    bool MustReplace(JsonObject before, JsonObject after);

    Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken);

    Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken);

    /// <summary>Deleting what is already gone succeeds.</summary>
    Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken);
}
