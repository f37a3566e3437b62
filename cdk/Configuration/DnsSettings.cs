namespace Infra.Cdk.Configuration;

/// <summary>Name of the load balancer in a private Route 53 zone.</summary>
public sealed record DnsSettings
{
    /// <summary>Limit of <c>CustomCname</c> in AWS Private CA, and of a DNS name in text.</summary>
    public const int MaxHostNameLength = 253;

    public required string ZoneName { get; init; }

    public required string HostedZoneId { get; init; }

    /// <summary>Name inside the zone.</summary>
    public required string RecordName { get; init; }

    /// <summary>The host that goes into every certificate's CRL URL.</summary>
    public string HostName => $"{RecordName}.{ZoneName}";
}
