using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::TargetGroup</c> with a Lambda function.</summary>
public sealed class TargetGroupResource(TargetGroups targetGroups) : IResourceType
{
    public string Name => "AWS::ElasticLoadBalancingV2::TargetGroup";

    public IEnumerable<string> NotEmulated(JsonObject properties) => TargetGroupProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "Name", "Port", "Protocol", "ProtocolVersion", "TargetType", "VpcId");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken) =>
        Task.FromResult(Deployed(targetGroups.Create(TargetGroupProperties.Read(context, properties))));

    public async Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        await targetGroups.ChangeAsync(current.PhysicalId, TargetGroupProperties.Read(context, after));
        return Deployed(targetGroups.Get(current.PhysicalId));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        targetGroups.DeleteAsync(current.PhysicalId);

    private static DeployedResource Deployed(TargetGroup group) => new(
        group.Arn,
        new Dictionary<string, JsonNode>
        {
            ["TargetGroupArn"] = group.Arn,
            ["TargetGroupName"] = group.Settings.Name,
            ["TargetGroupFullName"] = group.Arn[group.Arn.IndexOf("targetgroup/", StringComparison.Ordinal)..],
            ["LoadBalancerArns"] = group.LoadBalancerArn is { } user ? new JsonArray(user) : new JsonArray(),
        });
}
