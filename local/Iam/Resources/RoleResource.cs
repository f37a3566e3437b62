using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.CloudFormation.Resources;
using Infra.Local.Endpoint;
using Infra.Local.Iam.Policies;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Iam.Resources;

/// <summary><c>AWS::IAM::Role</c>: <c>Ref</c> is the name; attributes <c>Arn</c> and <c>RoleId</c>.</summary>
public sealed partial class RoleResource(IdentityStore identities, AwsAccount account) : IResourceType
{
    /// <summary>Characters (IAM and STS quotas).</summary>
    private const int MaxNameLength = 64;

    /// <summary>Characters (IAM API reference, CreateRole, Path).</summary>
    private const int MaxPathLength = 512;

    public string Name => "AWS::IAM::Role";

    public IEnumerable<string> NotEmulated(JsonObject properties) =>
    [
        .. properties.Except("AssumeRolePolicyDocument", "Description", "ManagedPolicyArns", "Path", "Policies", "RoleName"),
        .. properties.Texts("ManagedPolicyArns")
            .Where(arn => AwsManagedPolicies.IsAwsManaged(arn) && AwsManagedPolicies.Find(arn) is null)
            .Select(arn => $"ManagedPolicyArns: {arn} allows nothing here"),
    ];

    public bool MustReplace(JsonObject before, JsonObject after) => ResourceProperties.Differ(before, after, "RoleName", "Path");

    public Task<DeployedResource> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellationToken)
    {
        var name = properties.Text("RoleName") ?? context.PhysicalName(MaxNameLength);
        var role = Apply(properties, null, new IamRole
        {
            Name = name,
            Arn = account.GlobalArn("iam", $"role{Path(properties)}{name}"),
            TrustPolicy = TrustPolicy(properties),
        });
        identities.Add(role);
        return Task.FromResult(Deployed(role));
    }

    public Task<DeployedResource> UpdateAsync(
        ResourceContext context, DeployedResource current, JsonObject before, JsonObject after, CancellationToken cancellationToken)
    {
        identities.Change(current.PhysicalId, role => Apply(after, before, role));
        return Task.FromResult(current);
    }

    public Task DeleteAsync(ResourceContext context, DeployedResource current, JsonObject properties, CancellationToken cancellationToken)
    {
        if (identities.Find(current.PhysicalId) is { } role)
        {
            RefuseWhileInUse(role, properties);
            identities.Remove(role.Name);
        }

        return Task.CompletedTask;
    }

    /// <remarks>Policies that other resources put on the role stay.</remarks>
    private IamRole Apply(JsonObject after, JsonObject? before, IamRole role)
    {
        var attached = after.Texts("ManagedPolicyArns");
        identities.ManagedPolicies.DemandAttachable(attached);
        return role with
        {
            TrustPolicy = TrustPolicy(after),
            InlinePolicies = role.InlinePolicies.RemoveRange(before is null ? [] : InlinePolicies(before).Keys).SetItems(InlinePolicies(after)),
            ManagedPolicyArns = role.ManagedPolicyArns.Except(before?.Texts("ManagedPolicyArns") ?? []).Union(attached),
        };
    }

    /// <summary>Part of the role's ARN, and so of <c>aws:PrincipalArn</c> for every session of the role.</summary>
    private static string Path(JsonObject properties)
    {
        var path = properties.Text("Path") ?? "/";
        return path.Length <= MaxPathLength && PathForm().IsMatch(path)
            ? path
            : throw new AwsException(
                "ValidationError",
                $"Path is '{path}'; it must begin and end with / and have at most {MaxPathLength} printable ASCII "
                + "characters.");
    }

    private static PolicyDocument TrustPolicy(JsonObject properties) =>
        PolicyDocument.Parse(properties.Required("AssumeRolePolicyDocument"), PolicyKind.Trust);

    private static ImmutableDictionary<string, PolicyDocument> InlinePolicies(JsonObject properties) =>
        properties.Objects("Policies").ToImmutableDictionary(
            policy => policy.RequiredText("PolicyName"),
            policy => PolicyDocument.Parse(policy.Required("PolicyDocument"), PolicyKind.Identity));

    private static void RefuseWhileInUse(IamRole role, JsonObject properties)
    {
        if (role.InlinePolicies.Keys.Except(InlinePolicies(properties).Keys).FirstOrDefault() is { } inline)
        {
            throw new AwsException("DeleteConflict", $"Cannot delete role {role.Name}, must delete policies first: {inline}.", 409);
        }

        if (role.ManagedPolicyArns.Except(properties.Texts("ManagedPolicyArns")).FirstOrDefault() is { } attached)
        {
            throw new AwsException("DeleteConflict", $"Cannot delete role {role.Name}, must detach all policies first: {attached}.", 409);
        }
    }

    private static DeployedResource Deployed(IamRole role) => new(
        role.Name,
        new Dictionary<string, JsonNode>
        {
            ["Arn"] = role.Arn,
            ["RoleId"] = UniqueId.Of("AROA", role.Arn),
        });

    [GeneratedRegex(@"\A/([!-~]+/)?\z")]
    private static partial Regex PathForm();
}
