using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::LoadBalancer</c>: <c>DNSName</c> is an address with a port, see <see cref="LoadBalancer.DnsName"/>.</summary>
public sealed class LoadBalancerResource(LoadBalancers loadBalancers) : IResourceType
{
    /// <summary>Made up: there is one per Region on AWS, and only alias records carry it.</summary>
    private const string HostedZoneId = "Z0LOCALLOADBALANCER";

    public string Name => "AWS::ElasticLoadBalancingV2::LoadBalancer";

    public IEnumerable<string> NotEmulated(JsonObject properties) => LoadBalancerProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) => ResourceProperties.Differ(before, after, "Name", "Scheme", "Type");

    public async Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken) =>
        Deployed(await loadBalancers.CreateAsync(LoadBalancerProperties.Read(context, properties), cancellationToken));

    public async Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var settings = LoadBalancerProperties.Read(context, after);
        return Deployed(await loadBalancers.ChangeAsync(current.PhysicalId, settings, cancellationToken));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken) =>
        loadBalancers.DeleteAsync(current.PhysicalId);

    private static DeployedResource Deployed(LoadBalancer loadBalancer) => new(
        loadBalancer.Arn,
        new Dictionary<string, JsonNode>
        {
            ["LoadBalancerArn"] = loadBalancer.Arn,
            ["LoadBalancerName"] = loadBalancer.Settings.Name,
            ["LoadBalancerFullName"] = loadBalancer.Arn[(loadBalancer.Arn.IndexOf("/app/", StringComparison.Ordinal) + 1)..],
            ["DNSName"] = loadBalancer.DnsName,
            ["CanonicalHostedZoneID"] = HostedZoneId,
            ["SecurityGroups"] = new JsonArray([.. loadBalancer.Settings.SecurityGroupIds.Select(id => JsonValue.Create(id))]),
        });
}
