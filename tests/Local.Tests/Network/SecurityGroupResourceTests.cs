using System.Net;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.Endpoint;
using Infra.Local.Network;
using Infra.Local.Network.Resources;

namespace Infra.Local.Tests.Network;

public sealed class SecurityGroupResourceTests
{
    private static readonly ResourceContext Context = new("Crl", "arn:stack", "Clients", new Dictionary<string, string>());
    private readonly SecurityGroups _groups = new();

    [Fact]
    public async Task A_group_lets_in_what_its_rules_name()
    {
        var group = await CreateAsync("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"tcp","FromPort":80,"ToPort":80}]""");

        Assert.Matches("^sg-0[0-9a-f]{16}$", group.PhysicalId);
        Assert.True(LetsIn(group, "10.1.1.1", 80));
        Assert.False(LetsIn(group, "10.1.1.1", 81));
        Assert.False(LetsIn(group, "11.1.1.1", 80));
    }

    [Theory]
    [InlineData("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"-1"}]""", true)]
    [InlineData("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"6","FromPort":"0","ToPort":"65535"}]""", true)]
    [InlineData("""[{"CidrIpv6":"::/0","IpProtocol":"-1"}]""", false)]
    [InlineData("""[{"SourceSecurityGroupId":"sg-1","IpProtocol":"-1"}]""", false)]
    [InlineData("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"icmp","FromPort":-1,"ToPort":-1}]""", false)]
    [InlineData("[]", false)]
    public async Task Rules_are_read_as_ec2_reads_them(string rules, bool letsIn)
    {
        var group = await CreateAsync(rules);

        Assert.Equal(letsIn, LetsIn(group, "10.1.1.1", 80));
    }

    [Fact]
    public async Task A_rule_of_its_own_lives_beside_the_groups_own_rules()
    {
        var resource = new SecurityGroupIngressResource(_groups);
        var group = await CreateAsync("[]");
        var properties = Json(
            $$"""{"GroupId":"{{group.PhysicalId}}","CidrIp":"10.0.0.0/8","IpProtocol":"tcp","FromPort":80,"ToPort":80}""");

        var rule = await resource.CreateAsync(Context, properties, default);
        await new SecurityGroupResource(_groups).UpdateAsync(Context, group, Properties("[]"), Properties("[]"), default);
        var during = LetsIn(group, "10.1.1.1", 80);
        await resource.DeleteAsync(Context, rule, properties, default);

        Assert.True(during);
        Assert.False(LetsIn(group, "10.1.1.1", 80));
    }

    [Fact]
    public async Task An_update_takes_the_new_rules_for_the_old()
    {
        var before = """[{"CidrIp":"10.0.0.0/8","IpProtocol":"-1"},{"CidrIp":"11.0.0.0/8","IpProtocol":"-1"}]""";
        var group = await CreateAsync(before);

        await new SecurityGroupResource(_groups).UpdateAsync(
            Context, group, Properties(before), Properties("""[{"CidrIp":"12.0.0.0/8","IpProtocol":"-1"}]"""), default);

        Assert.Equal(
            [false, false, true], new[] { "10.1.1.1", "11.1.1.1", "12.1.1.1" }.Select(client => LetsIn(group, client, 80)));
    }

    [Theory]
    [InlineData("""[{"CidrIp":"10.0.0.0","IpProtocol":"tcp","FromPort":80,"ToPort":80}]""", "CIDR block 10.0.0.0 is malformed")]
    [InlineData("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"tcp"}]""", "FromPort is missing and ToPort missing")]
    [InlineData("""[{"CidrIp":"10.0.0.0/8","IpProtocol":"tcp","FromPort":81,"ToPort":80}]""", "FromPort is 81 and ToPort 80")]
    public async Task A_rule_that_ec2_refuses_is_refused(string rules, string message)
    {
        var error = await Assert.ThrowsAsync<AwsException>(() => CreateAsync(rules));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_restricts_nothing_here_is_named()
    {
        var properties = Properties("""[{"SourceSecurityGroupId":"sg-1","IpProtocol":"-1"}]""");
        properties["SecurityGroupEgress"] = new JsonArray();

        var named = new SecurityGroupResource(_groups).NotEmulated(properties);

        Assert.Equal(["SecurityGroupEgress", "SecurityGroupIngress[0].SourceSecurityGroupId"], named);
    }

    private Task<DeployedResource> CreateAsync(string rules) =>
        new SecurityGroupResource(_groups).CreateAsync(Context, Properties(rules), default);

    private bool LetsIn(DeployedResource group, string client, int port) =>
        _groups.Get(group.PhysicalId).LetsIn(IPAddress.Parse(client), port);

    private static JsonObject Properties(string rules) =>
        Json($$"""{"GroupDescription":"clients","VpcId":"vpc-1","SecurityGroupIngress":{{rules}}}""");

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
