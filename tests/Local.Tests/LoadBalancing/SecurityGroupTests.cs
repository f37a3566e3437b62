using System.Collections.Immutable;
using System.Net.Sockets;
using Infra.Local.Network;

namespace Infra.Local.Tests.LoadBalancing;

public sealed class SecurityGroupTests
{
    [Fact]
    public async Task A_client_outside_the_allowed_addresses_gets_no_answer()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Only Linux has the whole of 127.0.0.0/8 on its loopback interface.
            Console.WriteLine("Skipped on this machine: 127.0.1.1 is no address here.");
            return;
        }

        await using var rig = await LoadBalancingRig.StartAsync();

        var inside = await RawHttp.SendAsync(rig.Port, Request, source: "127.0.0.77");
        var outside = await AnswerOrCutAsync(rig.Port, "127.0.1.1");

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", inside, StringComparison.Ordinal);
        Assert.Equal("", outside);
        Assert.Equal("127.0.0.77", (string?)rig.Functions.Events.Single()["headers"]!["x-forwarded-for"]);
    }

    [Theory]
    [InlineData("tcp", 443, 443)]
    [InlineData("udp", 80, 80)]
    public async Task Another_port_or_protocol_lets_nobody_in(string protocol, int from, int to)
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        rig.SecurityGroups.Put(new SecurityGroup(LoadBalancingRig.SecurityGroupId, null)
        {
            Ingress = ImmutableDictionary<string, IngressRule>.Empty.Add(
                "other", new IngressRule(protocol, from, to, Cidr.TryParse("0.0.0.0/0"))),
        });

        Assert.Equal("", await AnswerOrCutAsync(rig.Port, "127.0.0.1"));
    }

    [Fact]
    public async Task Without_a_security_group_nobody_gets_in()
    {
        await using var rig = await LoadBalancingRig.StartAsync(
            settings: LoadBalancingRig.Settings with { SecurityGroupIds = [] });

        Assert.Equal("", await AnswerOrCutAsync(rig.Port, "127.0.0.1"));
    }

    [Fact]
    public async Task Without_a_listener_nobody_is_answered()
    {
        await using var rig = await LoadBalancingRig.StartAsync();
        await rig.LoadBalancers.SetListenerAsync(rig.LoadBalancer.Arn, null);

        Assert.Equal("", await AnswerOrCutAsync(rig.Port, "127.0.0.1"));
    }

    private const string Request = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    /// <summary>A cut connection is an end or an error, as the race goes; neither is an answer.</summary>
    private static async Task<string> AnswerOrCutAsync(int port, string source)
    {
        try
        {
            return await RawHttp.SendAsync(port, Request, source);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            return "";
        }
    }
}
