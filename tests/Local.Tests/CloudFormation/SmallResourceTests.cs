using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources.Dns;
using Infra.Local.CloudFormation.Resources.Logs;
using Infra.Local.CloudFormation.Resources.Ssm;
using Infra.Local.CloudFormation.Stacks;
using Infra.Local.Faults;
using Infra.Local.Tests.Iam;

namespace Infra.Local.Tests.CloudFormation;

public sealed class SmallResourceTests : IDisposable
{
    private readonly SsmParameters _parameters = new();
    private readonly LogGroups _logGroups = new();
    private readonly DnsRecords _records = new();
    private readonly CloudFormationEngine _engine;

    public SmallResourceTests() => _engine = new CloudFormationEngine(
        Some.Account,
        new ResourceTypes([new ParameterResource(_parameters), new LogGroupResource(_logGroups, Some.Account), new RecordSetResource(_records)]),
        _parameters,
        new FaultPlan(),
        new FixedTime(Some.Now));

    public void Dispose() => _engine.Dispose();

    [Fact]
    public async Task An_ssm_parameter_can_be_a_parameter_of_another_template()
    {
        await _engine.DeployAsync(Some.Stack("""{ "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/crl/host", "Type": "String", "Value": "a" } } }"""));
        await _engine.DeployAsync(Some.Stack("""{ "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/crl/host", "Type": "String", "Value": "b" } } }"""));

        var result = await _engine.DeployAsync(Some.Stack(
            """{ "Copy": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/copy", "Type": "String", "Value": { "Ref": "Host" } } } }""",
            """ "Parameters": { "Host": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/crl/host" } } """,
            "Second"));

        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.Equal("b", _parameters.Find("/copy"));
    }

    [Fact]
    public async Task A_log_group_is_there_until_its_stack_is_deleted()
    {
        var result = await _engine.DeployAsync(Some.Stack(
            """{ "L": { "Type": "AWS::Logs::LogGroup", "Properties": { "LogGroupName": "/crl", "RetentionInDays": 30 } } }""",
            """ "Outputs": { "Arn": { "Value": { "Fn::GetAtt": ["L", "Arn"] } } } """));

        Assert.Equal("arn:aws-us-gov:logs:us-gov-west-1:111122223333:log-group:/crl:*", result.Stack!.Outputs.Single().Value);
        Assert.Equal(30, _logGroups.RetentionDays["/crl"]);
        await _engine.DeleteAsync("Stack");
        Assert.False(_logGroups.Exists("/crl"));
    }

    [Fact]
    public async Task A_retention_that_cloudwatch_does_not_have_is_refused()
    {
        var result = await _engine.DeployAsync(Some.Stack("""{ "L": { "Type": "AWS::Logs::LogGroup", "Properties": { "RetentionInDays": 31 } } }"""));

        Assert.Contains("31 is not one of 1, 3, 5", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_alias_is_shown_and_listed_as_not_resolved()
    {
        var result = await _engine.DeployAsync(Some.Stack("""
            { "R": { "Type": "AWS::Route53::RecordSet", "Properties": { "Name": "crl.corp.example.mil.", "Type": "A", "HostedZoneId": "Z1",
              "AliasTarget": { "DNSName": "127.0.0.1:5000", "HostedZoneId": "Z2" } } } }
            """));

        var record = Assert.Single(_records.All);
        Assert.Equal(("crl.corp.example.mil", "A", "127.0.0.1:5000"), (record.Name, record.Type, record.Targets.Single()));
        Assert.Equal(["R (AWS::Route53::RecordSet): resolution of the name on this machine"], result.Stack!.NotEmulated);
    }
}
