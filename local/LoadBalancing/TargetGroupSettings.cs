using Infra.Local.LoadBalancing.Health;

namespace Infra.Local.LoadBalancing;

/// <summary>What a template says of a target group with a Lambda function.</summary>
public sealed record TargetGroupSettings
{
    public required string Name { get; init; }

    /// <summary>ARN of the function; null while none is registered, which a client sees as 503.</summary>
    public string? FunctionArn { get; init; }

    /// <summary>Whether events and responses carry lists of values. Default: no, as on AWS.</summary>
    public bool MultiValueHeaders { get; init; }

    /// <summary>Default: no checks, as on AWS for Lambda targets; each check is a billed invocation.</summary>
    public HealthCheckSettings? HealthCheck { get; init; }
}
