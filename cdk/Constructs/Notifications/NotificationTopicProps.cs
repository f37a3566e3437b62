namespace Infra.Cdk.Constructs.Notifications;

/// <summary>What a <see cref="NotificationTopic"/> needs to know.</summary>
public sealed record NotificationTopicProps
{
    /// <summary>Addresses that get every message once they are confirmed.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    /// <summary>Customer managed key that encrypts messages; null leaves them unencrypted at rest.</summary>
    public string? KmsKeyArn { get; init; }
}
