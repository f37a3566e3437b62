using System.Net;

namespace Infra.Cdk.Configuration;

/// <summary>Rules for a network that may fetch CRLs, beyond its spelling.</summary>
public static class ClientCidr
{
    /// <summary>Shortest prefix allowed: no single organization's network is larger than a /8, so less is a mistake.</summary>
    public const int ShortestPrefix = 8;

    public static IEnumerable<SettingProblem> Problems(string path, string cidr)
    {
        // Parsing clears the bits after the prefix.
        var network = IPNetwork.Parse(cidr);

        if (network.PrefixLength < ShortestPrefix)
        {
            yield return new SettingProblem(
                path, $"\"{cidr}\"", $"networks of /{ShortestPrefix} or smaller",
                "List the networks of the desktops and domain controllers instead of opening port 80 to half the world.");
        }
        else if (network.ToString() != cidr)
        {
            // EC2 stores the network's own address, so the template would differ from what is deployed for ever.
            yield return new SettingProblem(
                path, $"\"{cidr}\"", "an address whose bits after the prefix are zero", $"Write {network}, or lengthen the prefix.");
        }
    }
}
