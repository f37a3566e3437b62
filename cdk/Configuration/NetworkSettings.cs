namespace Infra.Cdk.Configuration;

/// <summary>Where the load balancer stands and who may ask it.</summary>
public sealed record NetworkSettings
{
    public required string VpcId { get; init; }

    public required IReadOnlyList<string> LoadBalancerSubnetIds { get; init; }

    /// <summary>Networks of desktops and domain controllers; nobody else reaches port 80.</summary>
    public required IReadOnlyList<string> ClientCidrs { get; init; }

    /// <summary>Subnets to attach the function to; null leaves it outside the VPC, which is enough to be called.</summary>
    public IReadOnlyList<string>? FunctionSubnetIds { get; init; }

    public IEnumerable<SettingProblem> Problems() =>
        ClientCidrs.SelectMany((cidr, i) => ClientCidr.Problems($"network.clientCidrs[{i}]", cidr));
}
