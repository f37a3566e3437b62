using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SNS.Subscriptions;
using Constructs;

namespace Infra.Cdk.Constructs.Notifications;

/// <summary>A topic of our own with people as its subscribers, to which alarms may publish.</summary>
public sealed class NotificationTopic : Construct
{
    public NotificationTopic(Construct scope, string id, NotificationTopicProps props)
        : base(scope, id)
    {
        var topic = new Topic(this, "Resource", new TopicProps
        {
            EnforceSSL = true,
            MasterKey = props.KmsKeyArn is { } key ? Key.FromKeyArn(this, "Key", key) : null,
        });
        topic.AddToResourcePolicy(AlarmsMayPublish(topic));
        foreach (var email in props.Emails)
        {
            // The address is the construct's id, so that another one becomes another subscription.
            topic.AddSubscription(new EmailSubscription(email));
        }

        TopicArn = topic.TopicArn;
    }

    public string TopicArn { get; }

    /// <summary>Our functions need no statement here: they are of its account, and their roles have one.</summary>
    private PolicyStatement AlarmsMayPublish(Topic topic) => new PolicyStatement(new PolicyStatementProps
    {
        Sid = "AlarmsPublish",
        Principals = [new ServicePrincipal("cloudwatch.amazonaws.com")],
        Actions = ["sns:Publish"],
        Resources = [topic.TopicArn],
    }).When("StringEquals", "aws:SourceAccount", Stack.Of(this).Account);
}
