using Infra.Local.CloudFormation.Stacks;

namespace Infra.Local.Tests.Notifications;

public sealed class ResourceTests
{
    [Fact]
    public async Task A_topic_gives_its_arn_and_name()
    {
        await using var local = await NotificationFixture.StartAsync();

        var result = await local.DeployAsync("""
            {
              "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust", "DisplayName": "Trust" } },
              "Copy": { "Type": "AWS::SNS::Topic", "Properties": { "DisplayName": { "Fn::Join": [" ", [
                { "Ref": "T" }, { "Fn::GetAtt": ["T", "TopicName"] } ]] } } }
            }
            """);

        Assert.Equal(StackOutcome.Created, result.Outcome);
        Assert.Contains(local.Topics.All, topic => topic.DisplayName == $"{NotificationFixture.TopicArn} trust");
    }

    [Fact]
    public async Task Subscriptions_stand_in_the_topic_or_alone_and_go_when_the_template_drops_them()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployAsync("""
            {
              "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust", "Subscription": [
                { "Protocol": "email", "Endpoint": "one@example.mil" },
                { "Protocol": "email", "Endpoint": "two@example.mil" }] } },
              "S": { "Type": "AWS::SNS::Subscription", "Properties": {
                "TopicArn": { "Ref": "T" }, "Protocol": "email", "Endpoint": "three@example.mil" } }
            }
            """);
        await local.PublishAsync("before");

        await local.DeployTopicAsync(""", "Subscription": [{ "Protocol": "email", "Endpoint": "two@example.mil" }] """);
        await local.PublishAsync("after");

        Assert.Equal(["one@example.mil", "three@example.mil", "two@example.mil"], local.Topics.Messages[0].To.Order());
        Assert.Equal(["two@example.mil"], local.Topics.Messages[1].To);
    }

    [Fact]
    public async Task What_has_no_effect_is_named()
    {
        await using var local = await NotificationFixture.StartAsync();

        var result = await local.DeployAsync("""
            {
              "T": { "Type": "AWS::SNS::Topic", "Properties": { "KmsMasterKeyId": "alias/aws/sns", "Tags": [],
                "Subscription": [{ "Protocol": "lambda", "Endpoint": "arn" }] } },
              "S": { "Type": "AWS::SNS::Subscription", "Properties": {
                "TopicArn": { "Ref": "T" }, "Protocol": "email", "Endpoint": "pki@example.mil", "FilterPolicy": {} } }
            }
            """);

        Assert.Equal(
            [
                "T (AWS::SNS::Topic): KmsMasterKeyId", "T (AWS::SNS::Topic): Subscription[0].Protocol (lambda)",
                "S (AWS::SNS::Subscription): FilterPolicy",
            ],
            result.Stack!.NotEmulated);
    }

    [Fact]
    public async Task A_topic_whose_name_is_taken_or_no_name_fails_the_deployment()
    {
        await using var local = await NotificationFixture.StartAsync();
        local.Topics.Create("trust");

        var taken = await local.DeployTopicAsync();
        var wrong = await local.DeployAsync(
            """{ "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "a.fifo" } } }""");

        Assert.Contains("already exists", taken.Reason, StringComparison.Ordinal);
        Assert.Contains("Topic Name: 'a.fifo'", wrong.Reason, StringComparison.Ordinal);
    }
}
