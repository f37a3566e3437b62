using System.Text.Json.Nodes;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Notifications.Resources;

/// <summary>A subscription as templates write it, in a topic or on its own.</summary>
internal static class SubscriptionProperties
{
    /// <summary>The subscriptions that stand in a topic's own properties.</summary>
    public static IEnumerable<(string Protocol, string Endpoint)> In(JsonObject topic) =>
        topic.Objects("Subscription").Select(Read);

    public static (string Protocol, string Endpoint) Read(JsonObject properties) =>
        (properties.RequiredText("Protocol"), properties.RequiredText("Endpoint"));

    /// <summary>Only deliveries by e-mail are recorded.</summary>
    public static IEnumerable<string> NotEmulated(JsonObject properties)
    {
        var others = properties.Except("TopicArn", "Protocol", "Endpoint");
        return properties.Text("Protocol") is { } protocol and not Subscription.Email
            ? others.Append($"Protocol ({protocol})")
            : others;
    }

    public static Subscription Subscribe(this Topic topic, (string Protocol, string Endpoint) subscription) =>
        topic.Subscribe(subscription.Protocol, subscription.Endpoint);
}
