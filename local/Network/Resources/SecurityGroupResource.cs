using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;

namespace Infra.Local.Network.Resources;

/// <summary><c>AWS::EC2::SecurityGroup</c>.</summary>
public sealed class SecurityGroupResource(SecurityGroups groups) : IResourceType
{
    public string Name => "AWS::EC2::SecurityGroup";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except("GroupDescription", "GroupName", "SecurityGroupIngress", "Tags", "VpcId"),
        .. properties.Objects("SecurityGroupIngress")
            .SelectMany((rule, i) => IngressProperties.NotEmulated(rule).Select(name => $"SecurityGroupIngress[{i}].{name}")),
    ];

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "GroupDescription", "GroupName", "VpcId");

    public Task<DeployedResource> CreateAsync(
        ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        _ = properties.RequiredText("GroupDescription");
        var group = new SecurityGroup($"sg-0{Guid.NewGuid():N}"[..20], properties.Text("VpcId"));
        groups.Put(group with { Ingress = InlineRules(properties).ToImmutableDictionary() });
        return Task.FromResult(Deployed(group));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        var group = groups.Get(current.PhysicalId);
        var ofOtherResources = group.Ingress.Where(rule => !IsInline(rule.Key));
        groups.Put(group with { Ingress = ofOtherResources.Concat(InlineRules(after)).ToImmutableDictionary() });
        return Task.FromResult(Deployed(group));
    }

    public Task DeleteAsync(
        ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        groups.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static IEnumerable<KeyValuePair<string, IngressRule>> InlineRules(JsonObject properties) =>
        properties.Objects("SecurityGroupIngress").Select((rule, i) => KeyValuePair.Create($"inline-{i}", IngressProperties.Read(rule)));

    private static bool IsInline(string ruleId) => ruleId.StartsWith("inline-", StringComparison.Ordinal);

    private static DeployedResource Deployed(SecurityGroup group) => new(
        group.Id,
        new Dictionary<string, JsonNode>
        {
            ["GroupId"] = group.Id,
            ["Id"] = group.Id,
            ["VpcId"] = group.VpcId ?? "",
        });
}
