using System.Text.Json.Nodes;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Lambda.Permissions;

namespace Infra.Local.Tests.Lambda;

public sealed class PermissionTests : IAsyncLifetime, IAsyncDisposable
{
    private const string TargetGroups = "arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:targetgroup/crl/";
    private readonly LambdaRig _rig = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_service_may_invoke_what_the_functions_policy_lets_it()
    {
        _rig.Deploy().Policy.Add(LoadBalancing());

        var result = await _rig.InvokeAsync("{}", LoadBalancer($"{TargetGroups}0123456789abcdef"));

        Assert.Null(result.FunctionError);
    }

    [Theory]
    [InlineData("elasticloadbalancing.amazonaws.com", "arn:aws-us-gov:elasticloadbalancing:us-gov-west-1:111122223333:targetgroup/other/1", "111122223333")]
    [InlineData("elasticloadbalancing.amazonaws.com", TargetGroups + "1", "999999999999")]
    [InlineData("events.amazonaws.com", TargetGroups + "1", "111122223333")]
    public async Task Another_service_source_or_account_may_not(string service, string sourceArn, string sourceAccount)
    {
        _rig.Deploy().Policy.Add(LoadBalancing());

        var denied = await Assert.ThrowsAsync<AwsException>(
            () => _rig.InvokeAsync("{}", new Principal.Service(service, sourceArn, sourceAccount)));

        Assert.Equal("AccessDenied", denied.Code);
    }

    [Fact]
    public async Task Without_a_policy_no_service_may_invoke()
    {
        _rig.Deploy();

        await Assert.ThrowsAsync<AwsException>(() => _rig.InvokeAsync("{}", LoadBalancer($"{TargetGroups}1")));
    }

    [Fact]
    public void A_permission_becomes_the_statement_that_aws_writes()
    {
        var policy = new FunctionPolicy("arn:aws:lambda:us-east-1:111122223333:function:responder");
        policy.Add(LoadBalancing());

        var expected = JsonNode.Parse($$"""
            {
              "Version": "2012-10-17",
              "Id": "default",
              "Statement": [{
                "Sid": "alb",
                "Effect": "Allow",
                "Principal": { "Service": "elasticloadbalancing.amazonaws.com" },
                "Action": "lambda:InvokeFunction",
                "Resource": "arn:aws:lambda:us-east-1:111122223333:function:responder",
                "Condition": {
                  "StringEquals": { "aws:SourceAccount": "111122223333" },
                  "ArnLike": { "aws:SourceArn": "{{TargetGroups}}*" }
                }
              }]
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(policy.ToJson()!)));
    }

    private static InvokeGrant LoadBalancing() => new("alb", "lambda:InvokeFunction", "elasticloadbalancing.amazonaws.com")
    {
        SourceArn = $"{TargetGroups}*",
        SourceAccount = "111122223333",
    };

    private static Principal.Service LoadBalancer(string sourceArn) =>
        new("elasticloadbalancing.amazonaws.com", sourceArn, "111122223333");
}
