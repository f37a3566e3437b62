using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Notifications;
using Infra.Local.Tests.S3;

namespace Infra.Local.Tests.Notifications;

public sealed class PermissionTests
{
    [Fact]
    public async Task A_role_publishes_when_its_policy_allows_it_on_the_topic()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAndRoleAsync("sns:Publish");

        await local.PublishAsync("text", accessKeyId: "AKIAPUBLISHER");

        Assert.Equal("arn:aws-us-gov:iam::111122223333:role/publisher", Assert.Single(local.Topics.Messages).From);
    }

    [Fact]
    public async Task A_role_whose_policy_does_not_allow_it_is_refused_in_the_words_of_sns()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAndRoleAsync("sns:GetTopicAttributes");

        var refusal = await Assert.ThrowsAsync<AwsException>(
            () => local.PublishAsync("text", accessKeyId: "AKIAPUBLISHER"));

        Assert.Equal(("AuthorizationError", 403), (refusal.Code, refusal.StatusCode));
        Assert.Contains("is not authorized to perform: SNS:Publish", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(local.Topics.Messages);
    }

    [Theory]
    [InlineData("cloudwatch.amazonaws.com", true)]
    [InlineData("events.amazonaws.com", false)]
    public async Task The_policy_of_a_new_topic_lets_alarms_in_and_rules_not(string service, bool isAllowed)
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployTopicAsync();

        Assert.Equal(isAllowed, Publishes(local, service));
    }

    [Theory]
    [InlineData("cloudwatch.amazonaws.com", false)]
    [InlineData("events.amazonaws.com", true)]
    public async Task A_topic_policy_takes_the_place_of_the_first_one(string service, bool isAllowed)
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployAsync(TopicWithPolicy("sns:Publish"));

        Assert.Equal(isAllowed, Publishes(local, service));
    }

    [Fact]
    public async Task A_topic_policy_that_is_gone_leaves_the_first_one()
    {
        await using var local = await NotificationFixture.StartAsync();
        await local.DeployAsync(TopicWithPolicy("sns:Publish"));

        await local.DeployTopicAsync();

        Assert.True(Publishes(local, "cloudwatch.amazonaws.com"));
        Assert.False(Publishes(local, "events.amazonaws.com"));
    }

    [Fact]
    public async Task A_topic_policy_with_an_action_that_sns_does_not_have_there_fails_the_deployment()
    {
        await using var local = await NotificationFixture.StartAsync();

        var result = await local.DeployAsync(TopicWithPolicy("sns:*"));

        Assert.Contains(
            "Policy statement action out of service scope! 'sns:*'", result.Reason, StringComparison.Ordinal);
    }

    private static string TopicWithPolicy(string action) => $$"""
        {
          "T": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": "trust" } },
          "P": { "Type": "AWS::SNS::TopicPolicy", "Properties": { "Topics": [{ "Ref": "T" }],
            "PolicyDocument": { "Version": "2012-10-17", "Statement": [{
              "Effect": "Allow", "Action": "{{action}}", "Resource": { "Ref": "T" },
              "Principal": { "Service": "events.amazonaws.com" } }] } } }
        }
        """;

    private static bool Publishes(NotificationFixture local, string service)
    {
        try
        {
            local.Topics.Publish(
                new Publication(NotificationFixture.TopicArn, null, "text"),
                new Principal.Service(service, Some.Account.Arn("events", "rule/r"), Some.AccountId));
            return true;
        }
        catch (AwsException e) when (e.Code == "AccessDenied")
        {
            return false;
        }
    }
}
