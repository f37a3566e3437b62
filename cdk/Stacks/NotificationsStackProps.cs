using Amazon.CDK;
using Infra.Cdk.Constructs.Notifications;

namespace Infra.Cdk.Stacks;

/// <summary>What a <see cref="NotificationsStack"/> needs to know.</summary>
public sealed class NotificationsStackProps : StackProps
{
    public required NotificationTopicProps Topic { get; init; }
}
