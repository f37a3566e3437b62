namespace Infra.Cdk.Configuration;

/// <summary>Whom functions and alarms tell what only a person can do.</summary>
public sealed record NotificationSettings
{
    /// <summary>A topic that exists.</summary>
    public string? TopicArn { get; init; }

    /// <summary>Subscribers of a topic of our own.</summary>
    public IReadOnlyList<string>? Emails { get; init; }

    /// <summary>Customer managed key of the topic.</summary>
    public string? KmsKeyArn { get; init; }

    /// <param name="region">Region of the deployment.</param>
    public IEnumerable<SettingProblem> Problems(string region) =>
    [
        .. OneReceiver(),
        .. OwnRegion(region),
        .. Configuration.KmsKeyArn.Problems("notifications.kmsKeyArn", KmsKeyArn, region, "topic"),
    ];

    private IEnumerable<SettingProblem> OneReceiver()
    {
        if ((TopicArn is null) == (Emails is null))
        {
            yield return new SettingProblem(
                "notifications", TopicArn is null ? "neither topicArn nor emails" : "both topicArn and emails",
                "exactly one of topicArn and emails",
                "Name a topic that exists, or list addresses for a new one; leave notifications out to tell nobody.")
            {
                ComparedWith = ["notifications.topicArn", "notifications.emails"],
            };
        }
    }

    private IEnumerable<SettingProblem> OwnRegion(string region)
    {
        var place = $"arn:{Partition.Of(region)}:sns:{region}:";
        if (TopicArn?.StartsWith(place, StringComparison.Ordinal) == false)
        {
            yield return new SettingProblem(
                "notifications.topicArn", $"\"{TopicArn}\"",
                $"a topic of Region {region}, so an ARN that begins with {place}",
                "Name a topic of the deployment's own Region: alarms reach no other.")
            {
                ComparedWith = ["region"],
            };
        }
    }
}
