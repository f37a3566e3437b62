using System.Collections.Concurrent;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Notifications;

/// <summary>The account's SNS topics, and every message that they took.</summary>
public sealed class Topics(AwsAccount account, IAccessControl access, TimeProvider clock)
{
    /// <summary>Messages kept, the newest. Ten years with a message a day are 3,653.</summary>
    public const int Capacity = 20_000;

    private readonly ConcurrentDictionary<string, Topic> _topics = new(StringComparer.Ordinal);
    private readonly Queue<TopicMessage> _messages = new();
    private readonly Lock _lock = new();

    /// <summary>Called with every message once it is kept, on the thread of who published it.</summary>
    public event Action<TopicMessage>? Published;

    public IReadOnlyList<Topic> All => [.. _topics.Values.OrderBy(topic => topic.Arn, StringComparer.Ordinal)];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<TopicMessage> Messages
    {
        get
        {
            lock (_lock)
            {
                return [.. _messages];
            }
        }
    }

    /// <summary>Null when there is no such topic.</summary>
    public Topic? Find(string arn) => _topics.GetValueOrDefault(arn);

    /// <exception cref="AwsException"><c>NotFound</c>.</exception>
    public Topic Get(string arn) =>
        Find(arn) ?? throw new AwsException("NotFound", $"Topic does not exist: {arn}", 404);

    /// <exception cref="AwsException"><c>AlreadyExists</c>.</exception>
    public Topic Create(string name)
    {
        var topic = new Topic(name, account.Arn("sns", name));
        return _topics.TryAdd(topic.Arn, topic)
            ? topic
            : throw new AwsException("AlreadyExists", $"The topic {topic.Arn} already exists.");
    }

    public void Delete(string arn) => _topics.TryRemove(arn, out _);

    /// <summary>Publishes as <paramref name="caller"/>, whose policies and the topic's must allow it.</summary>
    /// <exception cref="AwsException"><c>AccessDenied</c>, <c>NotFound</c> or <c>InvalidParameter</c>.</exception>
    public TopicMessage Publish(Publication publication, Principal caller)
    {
        var found = Find(publication.TopicArn);
        var policy = found is null ? null : found.Policy ?? TopicPolicyRules.DefaultFor(found, account);
        access.Demand(RequestOf(publication, caller), policy);
        var topic = Get(publication.TopicArn);
        PublicationRules.Check(publication);
        var message = new TopicMessage(
            Guid.NewGuid(),
            clock.GetUtcNow(),
            topic.Arn,
            publication.Subject,
            publication.Text,
            RequestKeys.NameOf(caller, account),
            [.. topic.Subscriptions.Where(s => s.Protocol == Subscription.Email).Select(s => s.Endpoint)]);
        Keep(message);
        Published?.Invoke(message);
        return message;
    }

    /// <remarks>
    /// That alarms reach a topic with the default policy and rules do not is why CloudWatch gets the key of the owner:
    /// EventBridge user guide, "Amazon SNS permissions".
    /// </remarks>
    private static AccessRequest RequestOf(Publication publication, Principal caller)
    {
        var context = new Dictionary<string, string>();
        if (caller is Principal.Service { Name: "cloudwatch.amazonaws.com" } service)
        {
            context[TopicPolicyRules.SourceOwnerKey] = service.SourceAccount;
        }

        return new AccessRequest(caller, "SNS:Publish", publication.TopicArn) { Context = context };
    }

    private void Keep(TopicMessage message)
    {
        lock (_lock)
        {
            _messages.Enqueue(message);
            if (_messages.Count > Capacity)
            {
                _messages.Dequeue();
            }
        }
    }
}
