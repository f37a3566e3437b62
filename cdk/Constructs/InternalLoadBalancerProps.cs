using Infra.Cdk.Configuration;

namespace Infra.Cdk.Constructs;

/// <summary>What an <see cref="InternalLoadBalancer"/> needs to know.</summary>
public sealed record InternalLoadBalancerProps
{
    public required NetworkSettings Network { get; init; }

    /// <summary>Answers every request.</summary>
    public required FunctionTarget Target { get; init; }

    /// <summary>Where access logs go; null writes none.</summary>
    public AccessLogBucket? AccessLogs { get; init; }

    public required bool DeletionProtection { get; init; }
}
