using System.Text.Json.Nodes;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Iam.Policies;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Iam.Resources;

/// <summary><c>AWS::IAM::ManagedPolicy</c>: <c>Ref</c> is the ARN.</summary>
public sealed class ManagedPolicyResource(IdentityStore identities, AwsAccount account) : IResourceType
{
    /// <summary>Characters (IAM and STS quotas).</summary>
    private const int MaxNameLength = 128;

    public string Name => "AWS::IAM::ManagedPolicy";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
        properties.Except("Description", "ManagedPolicyName", "Path", "PolicyDocument", "Roles");

    public bool MustReplace(JsonObject before, JsonObject after) =>
        ResourceProperties.Differ(before, after, "Description", "ManagedPolicyName", "Path");

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("ManagedPolicyName") ?? context.PhysicalName(MaxNameLength);
        var arn = account.GlobalArn("iam", $"policy{properties.Text("Path") ?? "/"}{name}");
        identities.DemandRoles(properties.Texts("Roles"));
        identities.ManagedPolicies.Add(arn, Document(properties));
        Attach(arn, properties.Texts("Roles"));
        return Task.FromResult(new DeployedResource(arn, new Dictionary<string, JsonNode> { ["PolicyArn"] = arn }));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        identities.DemandRoles(after.Texts("Roles"));
        identities.ManagedPolicies.Change(current.PhysicalId, Document(after));
        Attach(current.PhysicalId, after.Texts("Roles"));
        Detach(current.PhysicalId, before.Texts("Roles").Except(after.Texts("Roles")));
        return Task.FromResult(current);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        Detach(current.PhysicalId, properties.Texts("Roles"));
        identities.ManagedPolicies.Remove(current.PhysicalId);
        return Task.CompletedTask;
    }

    private static PolicyDocument Document(JsonObject properties) =>
        PolicyDocument.Parse(properties.Required("PolicyDocument"), PolicyKind.Identity);

    private void Attach(string arn, IEnumerable<string> roleNames)
    {
        foreach (var roleName in roleNames)
        {
            identities.Change(roleName, role => role with { ManagedPolicyArns = role.ManagedPolicyArns.Add(arn) });
        }
    }

    private void Detach(string arn, IEnumerable<string> roleNames)
    {
        foreach (var roleName in roleNames.Where(roleName => identities.Find(roleName) is not null))
        {
            identities.Change(roleName, role => role with { ManagedPolicyArns = role.ManagedPolicyArns.Remove(arn) });
        }
    }
}
