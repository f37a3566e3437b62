using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Network.Resources;

/// <summary><c>AWS::EC2::SecurityGroupEgress</c>: accepted, since nothing here sends through a network interface.</summary>
public sealed class SecurityGroupEgressResource(SecurityGroups groups) : IResourceType
{
    public string Name => "AWS::EC2::SecurityGroupEgress";

    public IEnumerable<string> NotEmulated(JsonObject properties) => ["outbound rules restrict nothing here"];

    public bool MustReplace(JsonObject before, JsonObject after) => true;

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        _ = groups.Get(properties.RequiredText("GroupId"));
        return Task.FromResult(new DeployedResource($"sgr-0{Guid.NewGuid():N}"[..21]));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        throw new AwsException("NotUpdatable", "A rule is replaced, never updated.");

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
