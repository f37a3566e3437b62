using System.Globalization;
using System.Net;

namespace Infra.Local.Network;

/// <summary>A range of addresses such as <c>10.0.0.0/16</c>; as in EC2, bits after the prefix are ignored.</summary>
public sealed class Cidr
{
    private readonly IPNetwork _network;

    private Cidr(IPNetwork network) => _network = network;

    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _network.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    /// <summary>Null when the text is not <c>address/prefix length</c>.</summary>
    public static Cidr? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0
            || !IPAddress.TryParse(text.AsSpan(0, slash), out var address)
            || !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > address.GetAddressBytes().Length * 8)
        {
            return null;
        }

        return new Cidr(new IPNetwork(First(address, length), length));
    }

    public override string ToString() => _network.ToString();

    private static IPAddress First(IPAddress address, int prefixLength)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(prefixLength - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        return new IPAddress(bytes);
    }
}
