using Amazon.CDK;
using Constructs;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Stacks;

/// <summary>The topic through which people are told what only they can do.</summary>
public sealed class NotificationsStack : Stack
{
    public NotificationsStack(Construct scope, string id, NotificationsStackProps props)
        : base(scope, id, props)
    {
        TopicArn = new NotificationTopic(this, "Topic", props.Topic).TopicArn;
        _ = new CfnOutput(this, "TopicArn", new CfnOutputProps
        {
            Value = TopicArn, Description = "Topic that functions and alarms publish to.",
        });
    }

    public string TopicArn { get; }
}
