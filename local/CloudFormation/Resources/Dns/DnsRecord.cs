namespace Infra.Local.CloudFormation.Resources.Dns;

/// <summary>A record of a hosted zone.</summary>
/// <param name="Name">Domain name without the last dot.</param>
/// <param name="Type">For example <c>A</c>.</param>
/// <param name="HostedZone">Id or name of its zone.</param>
/// <param name="Targets">Name that it is an alias of, or its values.</param>
public sealed record DnsRecord(string Name, string Type, string HostedZone, IReadOnlyList<string> Targets);
