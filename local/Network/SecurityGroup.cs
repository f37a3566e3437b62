using System.Collections.Immutable;
using System.Net;

namespace Infra.Local.Network;

/// <summary>A security group and its inbound rules; outbound rules have nothing to act on here.</summary>
/// <param name="Id">For example <c>sg-0123456789abcdef0</c>.</param>
/// <param name="VpcId">VPC that it belongs to; null for the default one.</param>
public sealed record SecurityGroup(string Id, string? VpcId)
{
    /// <summary>Rules by their id, those written in the group itself and those of their own resources alike.</summary>
    public ImmutableDictionary<string, IngressRule> Ingress { get; init; } = ImmutableDictionary<string, IngressRule>.Empty;

    public bool LetsIn(IPAddress client, int port) => Ingress.Values.Any(rule => rule.LetsIn(client, port));
}
