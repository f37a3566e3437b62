using System.Net;

namespace Infra.Local.Network;

/// <summary>One inbound rule of a security group.</summary>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, a protocol number, or <c>-1</c> for all.</param>
/// <param name="FromPort">First port; null with protocols that have none.</param>
/// <param name="ToPort">Last port.</param>
/// <param name="Clients">Addresses that it lets in; null when it names a security group or prefix list, which no client here belongs to.</param>
public sealed record IngressRule(string Protocol, int? FromPort, int? ToPort, Cidr? Clients)
{
    /// <summary>True when a TCP connection from <paramref name="client"/> to <paramref name="port"/> may pass.</summary>
    public bool LetsIn(IPAddress client, int port) =>
        Clients is not null && Clients.Contains(client) && CoversTcp(port);

    private bool CoversTcp(int port) => Protocol switch
    {
        // Ports say nothing in a rule for all protocols.
        "-1" => true,
        "tcp" or "6" => FromPort == -1 || (port >= FromPort && port <= ToPort),
        _ => false,
    };
}
