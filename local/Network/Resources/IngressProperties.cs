using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Network.Resources;

/// <summary>Reads a rule as it stands in a template.</summary>
internal static class IngressProperties
{
    private static readonly string[] Emulated =
        ["CidrIp", "CidrIpv6", "IpProtocol", "FromPort", "ToPort", "Description", "GroupId", "GroupName"];

    public static IngressRule Read(JsonObject rule)
    {
        var range = rule.Text("CidrIp") ?? rule.Text("CidrIpv6");
        var protocol = rule.RequiredText("IpProtocol").ToLowerInvariant();
        var (from, to) = (rule.Number("FromPort"), rule.Number("ToPort"));
        if (protocol is "tcp" or "udp" or "6" or "17" && (from is null || to is null || from > to))
        {
            throw new AwsException(
                "InvalidParameterValue",
                $"FromPort is {from?.ToString() ?? "missing"} and ToPort {to?.ToString() ?? "missing"}; "
                + $"a rule for {protocol} needs both, the first not above the last.");
        }

        return new IngressRule(protocol, from, to, range is null ? null : ReadRange(range));
    }

    /// <summary>Sources other than addresses let nobody in here.</summary>
    public static IEnumerable<string> NotEmulated(JsonObject rule) => rule.Except(Emulated);

    private static Cidr ReadRange(string range) => Cidr.TryParse(range)
        ?? throw new AwsException(
            "InvalidParameterValue", $"CIDR block {range} is malformed; it must look like 10.0.0.0/16 or 2001:db8::/32.");
}
