using System.Collections.Concurrent;

namespace Infra.Local.Notifications;

/// <summary>One SNS topic.</summary>
/// <param name="name">Last part of its ARN.</param>
/// <param name="arn">The value of <c>Ref</c>.</param>
public sealed class Topic(string name, string arn)
{
    private readonly ConcurrentDictionary<string, Subscription> _subscriptions = new();

    public string Name { get; } = name;

    public string Arn { get; } = arn;

    /// <summary>Sender's name of e-mails; null for the topic's name.</summary>
    public string? DisplayName { get; set; }

    /// <summary>JSON of the policy that a template set; null for <see cref="TopicPolicyRules.DefaultFor"/>.</summary>
    public string? Policy { get; set; }

    /// <summary>By their ARNs.</summary>
    public IReadOnlyList<Subscription> Subscriptions =>
        [.. _subscriptions.Values.OrderBy(subscription => subscription.Arn, StringComparer.Ordinal)];

    /// <summary>Adds a subscription; one of the same protocol and endpoint is the same one, as on AWS.</summary>
    public Subscription Subscribe(string protocol, string endpoint)
    {
        var known = Subscriptions.FirstOrDefault(s => s.Protocol == protocol && s.Endpoint == endpoint);
        var subscription = known ?? new Subscription($"{Arn}:{Guid.NewGuid()}", protocol, endpoint);
        _subscriptions[subscription.Arn] = subscription;
        return subscription;
    }

    public void Unsubscribe(string subscriptionArn) => _subscriptions.TryRemove(subscriptionArn, out _);
}
