using System.Text.Json.Nodes;

namespace Infra.Cdk.Tests.Stacks;

[Collection(Synthesis.Collection)]
public sealed class InternalLoadBalancerTests(Synthesis synthesis)
{
    private Template Local => synthesis.Of("local").CrlDistribution;

    private Template GovCloud => synthesis.Of("example-us-gov-west-1").CrlDistribution;

    [Fact]
    public void The_load_balancer_is_internal()
    {
        var loadBalancer = Local.Only("AWS::ElasticLoadBalancingV2::LoadBalancer");

        Assert.Equal("internal", (string?)loadBalancer["Scheme"]);
        JsonAssert.Same("""["subnet-0a1b2c3d4e5f60711","subnet-0a1b2c3d4e5f60712"]""", loadBalancer["Subnets"]);
    }

    [Fact]
    public void Port_80_is_open_to_the_configured_clients_only()
    {
        var group = synthesis.Of("example-us-east-1").CrlDistribution.Only("AWS::EC2::SecurityGroup");

        JsonAssert.Same(
            """
            [
              { "CidrIp": "10.20.0.0/16", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "Description": "CRL clients" },
              { "CidrIp": "10.30.4.0/24", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "Description": "CRL clients" }
            ]
            """,
            group["SecurityGroupIngress"]);
        Assert.Equal("255.255.255.255/32", (string?)Assert.Single((JsonArray)group["SecurityGroupEgress"]!)!["CidrIp"]);
    }

    [Fact]
    public void Only_load_balancers_of_this_environment_may_call_the_function()
    {
        var permission = Local.Only("AWS::Lambda::Permission");

        Assert.Equal("elasticloadbalancing.amazonaws.com", (string?)permission["Principal"]);
        Assert.Equal("111122223333", (string?)permission["SourceAccount"]);
        Assert.Equal(
            $"arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/{Local.Only("AWS::ElasticLoadBalancingV2::TargetGroup")["Name"]}/*",
            (string?)permission["SourceArn"]);
    }

    [Fact]
    public void The_target_group_waits_for_the_permission()
    {
        var targetGroup = Assert.Single(Local.All("AWS::ElasticLoadBalancingV2::TargetGroup"));

        Assert.StartsWith("CrlTargetPermission", (string?)Assert.Single((JsonArray)targetGroup["DependsOn"]!), StringComparison.Ordinal);
    }

    [Fact]
    public void Health_checks_ask_the_path_that_the_function_answers_by_itself()
    {
        var targetGroup = Local.Only("AWS::ElasticLoadBalancingV2::TargetGroup");

        Assert.True((bool?)targetGroup["HealthCheckEnabled"]);
        Assert.Equal((string?)Variables(Local)["HEALTH_PATH"], (string?)targetGroup["HealthCheckPath"]);
        Assert.True((int)targetGroup["HealthCheckTimeoutSeconds"]! < (int)targetGroup["HealthCheckIntervalSeconds"]!);
    }

    [Fact]
    public void A_configured_name_is_an_alias_of_the_load_balancer()
    {
        var record = GovCloud.Only("AWS::Route53::RecordSet");

        Assert.Equal("crl.corp.example.mil", (string?)record["Name"]);
        Assert.Equal("A", (string?)record["Type"]);
        Assert.Equal("DNSName", (string?)record["AliasTarget"]!["DNSName"]!["Fn::GetAtt"]![1]);
        Assert.Empty(Local.All("AWS::Route53::RecordSet"));
    }

    private static JsonNode Variables(Template template) => template.Only("AWS::Lambda::Function")["Environment"]!["Variables"]!;
}
