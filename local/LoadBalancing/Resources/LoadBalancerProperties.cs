using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.LoadBalancing.Resources;

/// <summary>Reads a load balancer as it stands in a template.</summary>
internal static class LoadBalancerProperties
{
    // The scheme makes no difference on loopback.
    private static readonly string[] Emulated =
        ["LoadBalancerAttributes", "Name", "Scheme", "SecurityGroups", "SubnetMappings", "Subnets", "Tags", "Type"];

    public static IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except(Emulated).Where(name => name != "IpAddressType" || properties.Text(name) != "ipv4"),
        .. AttributesOf(properties).NotEmulated().Select(attribute => $"LoadBalancerAttributes.{attribute}"),
    ];

    public static LoadBalancerSettings Read(ResourceContext context, JsonObject properties)
    {
        if (properties.Text("Type") is { } type && type != "application")
        {
            throw new AwsException("ValidationError", $"Type is {type}; the local AWS has load balancers of type application only.");
        }

        return new LoadBalancerSettings
        {
            Name = properties.Text("Name") ?? context.PhysicalName(LoadBalancingLimits.MaxNameLength),
            SubnetIds = properties.Texts("Subnets") is { Count: > 0 } subnets
                ? subnets
                : [.. properties.Objects("SubnetMappings").Select(mapping => mapping.RequiredText("SubnetId"))],
            SecurityGroupIds = properties.Texts("SecurityGroups"),
            Attributes = AttributesOf(properties),
        };
    }

    private static LoadBalancerAttributes AttributesOf(JsonObject properties) => new(properties.KeyValues("LoadBalancerAttributes"));
}
