using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Notifications.Resources;

/// <summary>
/// <c>AWS::SNS::TopicPolicy</c>: one policy for one or more topics, in place of the one that each has by default.
/// </summary>
public sealed class TopicPolicyResource(Topics topics) : IResourceType
{
    /// <summary>Characters; any number does.</summary>
    private const int MaxNameLength = 128;

    public string Name => "AWS::SNS::TopicPolicy";

    public IEnumerable<string> NotEmulated(JsonObject properties) => [];

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        Set(properties);
        var id = context.PhysicalName(MaxNameLength);
        return Task.FromResult(new DeployedResource(id, new Dictionary<string, JsonNode> { ["Id"] = id }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken)
    {
        Set(after);
        Reset(before.Texts("Topics").Except(after.Texts("Topics")));
        return Task.FromResult(current);
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        Reset(properties.Texts("Topics"));
        return Task.CompletedTask;
    }

    private void Set(JsonObject properties)
    {
        var policy = properties.Required("PolicyDocument") is JsonObject document
            ? document.ToJsonString()
            : properties.RequiredText("PolicyDocument");
        TopicPolicyRules.Check(policy);
        foreach (var topic in properties.Texts("Topics").Select(topics.Get).ToList())
        {
            topic.Policy = policy;
        }
    }

    private void Reset(IEnumerable<string> arns)
    {
        foreach (var topic in arns.Select(topics.Find).OfType<Topic>())
        {
            topic.Policy = null;
        }
    }
}
