using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Infra.Local.Network;

namespace Infra.Local.Tests.Network;

public sealed class CidrTests
{
    [Theory]
    [InlineData("127.0.0.0/24", "127.0.0.255", true)]
    [InlineData("127.0.0.0/24", "127.0.1.1", false)]
    [InlineData("10.1.2.3/8", "10.255.0.1", true)]
    [InlineData("10.1.2.3/31", "10.1.2.2", true)]
    [InlineData("10.1.2.3/32", "10.1.2.2", false)]
    [InlineData("0.0.0.0/0", "203.0.113.9", true)]
    [InlineData("2001:db8::/33", "2001:db8:7fff::1", true)]
    [InlineData("2001:db8::/33", "2001:db8:8000::1", false)]
    [InlineData("0.0.0.0/0", "::1", false)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.1.1", true)]
    public void An_address_is_inside_or_not(string range, string address, bool inside)
    {
        Assert.Equal(inside, Cidr.TryParse(range)!.Contains(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/8 ")]
    [InlineData("a.b/8")]
    [InlineData("::/129")]
    public void What_is_no_range_is_refused(string text) => Assert.Null(Cidr.TryParse(text));

    [Fact]
    public void A_range_holds_exactly_the_addresses_that_share_its_first_bits() =>
        Prop.ForAll<uint, uint, byte>((range, address, bits) =>
        {
            var length = bits % 33;
            var mask = length == 0 ? 0 : uint.MaxValue << (32 - length);

            var cidr = Cidr.TryParse($"{Text(range)}/{length}")!;

            return cidr.Contains(IPAddress.Parse(Text(address))) == ((range & mask) == (address & mask))
                && cidr.Contains(IPAddress.Parse(Text((range & mask) | (address & ~mask))));
        }).QuickCheckThrowOnFailure();

    private static string Text(uint address) => $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}";
}
