using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Events.Rules;

namespace Infra.Local.Events.Resources;

/// <summary><c>AWS::Events::Rule</c> on the default event bus: <c>Ref</c> is the name; attribute <c>Arn</c>.</summary>
public sealed class RuleResource(EventRules rules, AwsAccount account) : IResourceType
{
    /// <summary>Characters; EventBridge API reference, PutRule, <c>Name</c>.</summary>
    private const int MaxNameLength = 64;

    public string Name => "AWS::Events::Rule";

    public IEnumerable<string> NotEmulated(JsonObject properties) => RuleProperties.NotEmulated(properties);

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "Name", "EventBusName");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("Name") ?? context.PhysicalName(MaxNameLength);
        var rule = RuleProperties.Read(properties, name, account);
        if (rules.Find(name) is not null)
        {
            throw new AwsException("AlreadyExists", $"The rule {name} exists already; choose another Name, or none.");
        }

        return Task.FromResult(Put(rule));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context,
        DeployedResource current,
        JsonObject before,
        JsonObject after,
        CancellationToken cancellationToken) =>
        Task.FromResult(Put(RuleProperties.Read(after, current.PhysicalId, account)));

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        rules.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private DeployedResource Put(EventRule rule)
    {
        rules.Put(rule);
        return new DeployedResource(rule.Name, new Dictionary<string, JsonNode> { ["Arn"] = rule.Arn });
    }
}
