namespace Infra.Cdk.Configuration;

/// <summary>Whether and how long the load balancer's access logs are kept.</summary>
public sealed record AccessLogSettings
{
    public required bool Enabled { get; init; }

    public required int RetentionDays { get; init; }
}
