namespace Infra.Local.LoadBalancing;

/// <summary>What a template says of a load balancer.</summary>
public sealed record LoadBalancerSettings
{
    public required string Name { get; init; }

    /// <summary>At least <see cref="LoadBalancingLimits.MinSubnets"/>.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>Default: none, and then nobody gets in; the default group of a VPC lets in its own members only.</summary>
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];

    public LoadBalancerAttributes Attributes { get; init; } = new(new Dictionary<string, string>());
}
