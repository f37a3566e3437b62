using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Assembly;
using Infra.Local.Hosting;
using Infra.Local.Iam;
using Some = Infra.Local.Tests.Lambda.Some;

namespace Infra.Local.Tests.Events;

public sealed class HostedRuleTests
{
    [Fact]
    public async Task A_template_has_a_function_called_daily_and_for_every_object_with_its_own_policies()
    {
        await using var aws = await LocalAws.StartAsync(Some.Account, port: 0);
        var deployed = await aws.CloudFormation.DeployAsync(Stack());
        Assert.True(deployed.IsSuccess, deployed.Reason);
        var writer = new Principal.Administrator(Some.Account.Id);

        await aws.Objects.PutAsync("drops", "pem/root.pem", "1"u8.ToArray(), writer, default);
        await aws.Objects.PutAsync("drops", "other/root.pem", "1"u8.ToArray(), writer, default);
        await aws.Clock.AdvanceAsync(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(5), default);

        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        var rules = (await http.GetFromJsonAsync<JsonObject>("/_local"))!["rules"]!.AsArray();
        Assert.Equal([("daily", 3), ("drops", 1)], rules.Select(rule => (rule!["name"]!.ToString(), rule["runs"]!.AsArray().Count)));
        Assert.All(rules.SelectMany(rule => rule!["runs"]!.AsArray()), run => Assert.Equal("Succeeded", run!["outcome"]!.ToString()));
        Assert.Empty(aws.CloudFormation.Stacks.Single().NotEmulated);
    }

    private static AssemblyStack Stack() => new("Trust", JsonNode.Parse("""
        {
          "Resources": {
            "Role": {
              "Type": "AWS::IAM::Role",
              "Properties": { "AssumeRolePolicyDocument": { "Version": "2012-10-17", "Statement": [
                { "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" } ] } }
            },
            "Function": {
              "Type": "AWS::Lambda::Function",
              "Properties": {
                "Code": { "S3Bucket": "assets", "S3Key": "function.zip" }, "Handler": "Local.Tests.Function", "Runtime": "dotnet10",
                "Role": { "Fn::GetAtt": ["Role", "Arn"] }, "Timeout": 30 }
            },
            "Bucket": {
              "Type": "AWS::S3::Bucket",
              "Properties": {
                "BucketName": "drops", "NotificationConfiguration": { "EventBridgeConfiguration": { "EventBridgeEnabled": true } } }
            },
            "Daily": {
              "Type": "AWS::Events::Rule",
              "Properties": {
                "Name": "daily", "ScheduleExpression": "rate(1 day)", "State": "ENABLED",
                "Targets": [{ "Id": "Target0", "Arn": { "Fn::GetAtt": ["Function", "Arn"] } }] }
            },
            "Drops": {
              "Type": "AWS::Events::Rule",
              "Properties": {
                "Name": "drops",
                "EventPattern": {
                  "source": ["aws.s3"], "detail-type": ["Object Created", "Object Deleted"],
                  "detail": { "bucket": { "name": [{ "Ref": "Bucket" }] }, "object": { "key": [{ "prefix": "pem/" }] } } },
                "Targets": [{ "Id": "Target0", "Arn": { "Fn::GetAtt": ["Function", "Arn"] } }] }
            },
            "MayRunDaily": {
              "Type": "AWS::Lambda::Permission",
              "Properties": {
                "Action": "lambda:InvokeFunction", "FunctionName": { "Fn::GetAtt": ["Function", "Arn"] },
                "Principal": "events.amazonaws.com", "SourceArn": { "Fn::GetAtt": ["Daily", "Arn"] } }
            },
            "MayRunOnDrops": {
              "Type": "AWS::Lambda::Permission",
              "Properties": {
                "Action": "lambda:InvokeFunction", "FunctionName": { "Fn::GetAtt": ["Function", "Arn"] },
                "Principal": "events.amazonaws.com", "SourceArn": { "Fn::GetAtt": ["Drops", "Arn"] } }
            }
          }
        }
        """)!.AsObject())
    {
        AssetDirectories = new Dictionary<string, string> { ["function.zip"] = Some.FunctionDirectory },
    };
}
