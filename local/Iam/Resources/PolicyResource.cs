using System.Text.Json.Nodes;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Iam.Policies;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Iam.Resources;

/// <summary><c>AWS::IAM::Policy</c>: an inline policy on roles. <c>Ref</c> is a generated name.</summary>
public sealed class PolicyResource(IdentityStore identities) : IResourceType
{
    /// <summary>Characters (IAM and STS quotas).</summary>
    private const int MaxNameLength = 128;

    public string Name => "AWS::IAM::Policy";

    public IEnumerable<string> NotEmulated(JsonObject properties) => properties.Except("PolicyDocument", "PolicyName", "Roles");

    public bool MustReplace(JsonObject before, JsonObject after) => false;

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        Put(properties);
        var name = context.PhysicalName(MaxNameLength);
        return Task.FromResult(new DeployedResource(name, new Dictionary<string, JsonNode> { ["Id"] = name }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        Put(after);
        Remove(before, kept: after.RequiredText("PolicyName") == before.RequiredText("PolicyName") ? after.Texts("Roles") : []);
        return Task.FromResult(current);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        Remove(properties, kept: []);
        return Task.CompletedTask;
    }

    private void Put(JsonObject properties)
    {
        var document = PolicyDocument.Parse(properties.Required("PolicyDocument"), PolicyKind.Identity);
        var name = properties.RequiredText("PolicyName");
        identities.DemandRoles(properties.Texts("Roles"));
        foreach (var roleName in properties.Texts("Roles"))
        {
            identities.Change(roleName, role => role with { InlinePolicies = role.InlinePolicies.SetItem(name, document) });
        }
    }

    private void Remove(JsonObject properties, IReadOnlyList<string> kept)
    {
        var name = properties.RequiredText("PolicyName");
        foreach (var roleName in properties.Texts("Roles").Except(kept).Where(roleName => identities.Find(roleName) is not null))
        {
            identities.Change(roleName, role => role with { InlinePolicies = role.InlinePolicies.Remove(name) });
        }
    }
}
