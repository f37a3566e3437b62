using Amazon.CDK.AWS.IAM;

namespace Infra.Cdk.Constructs.Notifications;

/// <summary>The SNS topic that functions and alarms tell people through.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="KmsKeyArn">Customer managed key of the topic; null when it needs no permission.</param>
public sealed record NotificationChannel(string TopicArn, string? KmsKeyArn)
{
    /// <summary>Lets a function publish to the topic, and to no other.</summary>
    internal PolicyDocument Publish() => Statements.Document(
    [
        Statements.Allow(["sns:Publish"], TopicArn),
        .. KmsKeyArn is { } key
            // What SNS needs of whoever publishes to an encrypted topic (SNS guide, "Key management").
            ? [Statements.Allow(["kms:Decrypt", "kms:GenerateDataKey"], key)
                .When("StringEquals", "kms:EncryptionContext:aws:sns:topicArn", TopicArn)]
            : Array.Empty<PolicyStatement>(),
    ]);
}
