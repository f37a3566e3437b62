using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary><c>AWS::ElasticLoadBalancingV2::Listener</c>: HTTP, one default action, one listener a load balancer.</summary>
public sealed class ListenerResource(LoadBalancers loadBalancers) : IResourceType
{
    public string Name => "AWS::ElasticLoadBalancingV2::Listener";

    public IEnumerable<string> NotEmulated(JsonObject properties) => ListenerProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) => ResourceProperties.Differ(before, after, "LoadBalancerArn");

    public async Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var loadBalancer = loadBalancers.Get(properties.RequiredText("LoadBalancerArn"));
        var listener = ListenerProperties.Read(ArnFor(loadBalancer), properties);
        if (loadBalancer.Listener is { } present)
        {
            throw new AwsException(
                "DuplicateListener",
                $"Load balancer {loadBalancer.Settings.Name} has a listener on port {present.Port} already; the local AWS has one a "
                + "load balancer.");
        }

        await loadBalancers.SetListenerAsync(loadBalancer.Arn, listener);
        return Deployed(listener);
    }

    public async Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var listener = ListenerProperties.Read(current.PhysicalId, after);
        await loadBalancers.SetListenerAsync(after.RequiredText("LoadBalancerArn"), listener);
        return Deployed(listener);
    }

    public async Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        var loadBalancer = loadBalancers.Find(properties.RequiredText("LoadBalancerArn"));
        if (loadBalancer?.Listener?.Arn == current.PhysicalId)
        {
            await loadBalancers.SetListenerAsync(loadBalancer.Arn, null);
        }
    }

    private static string ArnFor(LoadBalancer loadBalancer) =>
        $"{loadBalancer.Arn.Replace(":loadbalancer/", ":listener/", StringComparison.Ordinal)}/{ResourceSuffix.New()}";

    private static DeployedResource Deployed(Listener listener) => new(
        listener.Arn, new Dictionary<string, JsonNode> { ["ListenerArn"] = listener.Arn });
}
