using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Notifications.Resources;

/// <summary><c>AWS::SNS::Subscription</c>: <c>Ref</c> and attribute <c>Arn</c> are the ARN.</summary>
public sealed class SubscriptionResource(Topics topics) : IResourceType
{
    public string Name => "AWS::SNS::Subscription";

    public IEnumerable<string> NotEmulated(JsonObject properties) => SubscriptionProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "TopicArn", "Protocol", "Endpoint");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var topic = topics.Get(properties.RequiredText("TopicArn"));
        var arn = topic.Subscribe(SubscriptionProperties.Read(properties)).Arn;
        return Task.FromResult(new DeployedResource(arn, new Dictionary<string, JsonNode> { ["Arn"] = arn }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken) =>
        Task.FromResult(current);

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        topics.Find(properties.RequiredText("TopicArn"))?.Unsubscribe(current.PhysicalId);
        return Task.CompletedTask;
    }
}
