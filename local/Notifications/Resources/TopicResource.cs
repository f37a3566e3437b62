using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;

namespace Infra.Local.Notifications.Resources;

/// <summary>
/// <c>AWS::SNS::Topic</c>: <c>Ref</c> and attribute <c>TopicArn</c> are the ARN; attribute <c>TopicName</c>.
/// </summary>
public sealed partial class TopicResource(Topics topics) : IResourceType
{
    /// <summary>
    /// Characters of a name, and of a display name (SNS API reference, CreateTopic and SetTopicAttributes).
    /// </summary>
    private const int MaxNameLength = 256, MaxDisplayNameLength = 100;

    public string Name => "AWS::SNS::Topic";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except("TopicName", "DisplayName", "Subscription", "Tags"),
        .. properties.Objects("Subscription").SelectMany((subscription, i) =>
            SubscriptionProperties.NotEmulated(subscription).Select(path => $"Subscription[{i}].{path}")),
    ];

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "TopicName", "FifoTopic");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("TopicName") ?? context.PhysicalName(MaxNameLength);
        if (!AllowedName().IsMatch(name))
        {
            throw Invalid(
                $"Topic Name: '{name}' must be 1 to {MaxNameLength} letters, digits, hyphens and underscores. FIFO "
                    + "topics are not emulated.");
        }

        var displayName = DisplayName(properties);
        var topic = topics.Create(name);
        topic.DisplayName = displayName;
        Subscribe(topic, properties);
        return Task.FromResult(Deployed(topic));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken)
    {
        var topic = topics.Get(current.PhysicalId);
        topic.DisplayName = DisplayName(after);
        var wanted = Subscribe(topic, after);
        foreach (var old in SubscriptionProperties.In(before).Select(topic.Subscribe).Except(wanted))
        {
            topic.Unsubscribe(old.Arn);
        }

        return Task.FromResult(Deployed(topic));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        topics.Delete(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static List<Subscription> Subscribe(Topic topic, JsonObject properties) =>
        [.. SubscriptionProperties.In(properties).Select(topic.Subscribe)];

    private static string? DisplayName(JsonObject properties) =>
        properties.Text("DisplayName") is not { Length: > MaxDisplayNameLength } text
            ? properties.Text("DisplayName")
            : throw Invalid($"DisplayName: it has {text.Length} characters and may have {MaxDisplayNameLength}.");

    private static DeployedResource Deployed(Topic topic) => new(
        topic.Arn, new Dictionary<string, JsonNode> { ["TopicArn"] = topic.Arn, ["TopicName"] = topic.Name });

    private static AwsException Invalid(string problem) => new("InvalidParameter", $"Invalid parameter: {problem}");

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,256}\z")]
    private static partial Regex AllowedName();
}
