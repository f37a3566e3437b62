using FsCheck;
using FsCheck.Fluent;
using Infra.Cdk.Configuration;

namespace Infra.Cdk.Tests.Configuration;

public sealed class ClientCidrTests
{
    /// <summary>Addresses with many zero bits at the end, so that about half of them fit their prefix.</summary>
    private static readonly Arbitrary<(uint Address, int Prefix)> Networks = Arb.From(
        from address in Gen.Choose(int.MinValue, int.MaxValue)
        from zeroBits in Gen.Choose(0, 24)
        from prefix in Gen.Choose(ClientCidr.ShortestPrefix, 32)
        select (unchecked((uint)address) >> zeroBits << zeroBits, prefix));

    [Fact]
    public void A_network_is_accepted_exactly_when_the_bits_after_its_prefix_are_zero() =>
        Prop.ForAll(Networks, network =>
            {
                var bitsAfterPrefix = network.Address & (uint.MaxValue >> (network.Prefix % 32));
                var isNetwork = network.Prefix == 32 || bitsAfterPrefix == 0;

                return isNetwork == !ClientCidr.Problems("cidr", Text(network.Address, network.Prefix)).Any();
            })
            .Check(Config.QuickThrowOnFailure.WithReplay(20261121, 1).WithMaxTest(500));

    [Fact]
    public void The_network_meant_is_told()
    {
        var problem = Assert.Single(ClientCidr.Problems("cidr", "10.20.30.40/20"));

        Assert.StartsWith("Write 10.20.16.0/20,", problem.Next, StringComparison.Ordinal);
    }

    private static string Text(uint address, int prefix) =>
        $"{address >> 24}.{(address >> 16) & 255}.{(address >> 8) & 255}.{address & 255}/{prefix}";
}
