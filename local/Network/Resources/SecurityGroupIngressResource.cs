using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Network.Resources;

/// <summary><c>AWS::EC2::SecurityGroupIngress</c>: one rule as a resource of its own.</summary>
public sealed class SecurityGroupIngressResource(SecurityGroups groups) : IResourceType
{
    public string Name => "AWS::EC2::SecurityGroupIngress";

    public IEnumerable<string> NotEmulated(JsonObject properties) => IngressProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) => true;

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var id = $"sgr-0{Guid.NewGuid():N}"[..21];
        groups.PutRule(properties.RequiredText("GroupId"), id, IngressProperties.Read(properties));
        return Task.FromResult(new DeployedResource(id, new Dictionary<string, JsonNode> { ["Id"] = id }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken) =>
        throw new AwsException("NotUpdatable", "A rule is replaced, never updated.");

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        groups.RemoveRule(properties.RequiredText("GroupId"), current.PhysicalId);
        return Task.CompletedTask;
    }
}
