using System.Collections.Concurrent;
using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam.Decisions;
using Infra.Local.Iam.Policies;

namespace Infra.Local.Iam.Roles;

/// <summary>The roles of deployed templates with everything that counts for them, and who holds which access key.</summary>
public sealed class IdentityStore(AwsAccount account, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, IamRole> _roles = new();
    private readonly RoleKeys _keys = new();

    /// <summary>Every role, by name.</summary>
    public IReadOnlyList<IamRole> Roles => [.. _roles.Values.OrderBy(role => role.Name, StringComparer.Ordinal)];

    internal ManagedPolicies ManagedPolicies { get; } = new();

    /// <summary>Null for a request without a signature; a key that belongs to no role is the administrator's.</summary>
    public Principal PrincipalFor(string? accessKeyId) => accessKeyId switch
    {
        null => new Principal.Anonymous(),
        _ when _keys.Find(accessKeyId) is { } session =>
            new Principal.Role(session.RoleArn, account.Id) { Session = session.Name },
        _ => new Principal.Administrator(account.Id),
    };

    /// <summary>The credential of a role, for a service that assumes it, such as <c>lambda.amazonaws.com</c>.</summary>
    /// <exception cref="AwsException"><c>NoSuchEntity</c>, or <c>AccessDenied</c> when the trust policy does not let the service in.</exception>
    public RoleCredentials CredentialsFor(string roleArn, string serviceName, string sessionName)
    {
        var role = FindByArn(roleArn) ?? throw NoSuchRole(roleArn);
        var service = new Principal.Service(serviceName, SourceArn: "", account.Id);
        var request = new AccessRequest(service, "sts:AssumeRole", roleArn);
        var decision = PolicyEvaluation.Decide(request, RequestKeys.Of(request, account, time.GetUtcNow()), [], role.TrustPolicy);
        return decision.IsAllowed
            ? _keys.For(new RoleSession(roleArn, sessionName))
            : throw new AwsException(
                "AccessDenied",
                $"{serviceName} is not authorized to perform: sts:AssumeRole on resource: {roleArn}; "
                + "allow the service in the role's AssumeRolePolicyDocument.",
                403);
    }

    /// <summary>The credential of a role, for a person or a role that assumes it.</summary>
    /// <remarks>
    /// The trust policy must name the caller, for the administrator its account. AWS also lets in a role that has an allow of
    /// its own where the trust policy names only the account; here such a role is refused.
    /// </remarks>
    /// <exception cref="AwsException"><c>AccessDenied</c>, in AWS's words, also for a role that does not exist.</exception>
    public RoleCredentials CredentialsFor(string roleArn, Principal caller, string sessionName)
    {
        var request = new AccessRequest(caller, "sts:AssumeRole", roleArn);
        var context = RequestKeys.Of(request, account, time.GetUtcNow());
        IReadOnlyList<PolicyDocument> own = caller is Principal.Role role ? PoliciesOf(role.Arn) : [];
        return FindByArn(roleArn) is { } assumed
            && assumed.TrustPolicy.Find(PolicyEffect.Allow, request, context) is not null
            && PolicyEvaluation.Decide(request, context, own, assumed.TrustPolicy).IsAllowed
                ? _keys.For(new RoleSession(roleArn, sessionName))
                : throw new AwsException(
                    "AccessDenied",
                    $"User: {RequestKeys.NameOf(caller, account)} is not authorized to perform: sts:AssumeRole on "
                    + $"resource: {roleArn}",
                    403);
    }

    /// <summary>Every policy that counts for a role; none for one that was deleted.</summary>
    public IReadOnlyList<PolicyDocument> PoliciesOf(string roleArn) => FindByArn(roleArn) is { } role
        ? [.. role.InlinePolicies.Values, .. role.ManagedPolicyArns.Select(ManagedPolicies.Find).OfType<PolicyDocument>()]
        : [];

    /// <exception cref="AwsException"><c>EntityAlreadyExists</c>.</exception>
    internal void Add(IamRole role)
    {
        if (!_roles.TryAdd(role.Name, role))
        {
            throw new AwsException("EntityAlreadyExists", $"Role with name {role.Name} already exists.", 409);
        }
    }

    /// <exception cref="AwsException"><c>NoSuchEntity</c>.</exception>
    internal void Change(string roleName, Func<IamRole, IamRole> change) =>
        _roles.AddOrUpdate(roleName, _ => throw NoSuchRole(roleName), (_, role) => change(role));

    /// <exception cref="AwsException"><c>NoSuchEntity</c>, before anything is changed.</exception>
    internal void DemandRoles(IEnumerable<string> roleNames)
    {
        if (roleNames.FirstOrDefault(roleName => !_roles.ContainsKey(roleName)) is { } missing)
        {
            throw NoSuchRole(missing);
        }
    }

    /// <summary>Null when there is no such role.</summary>
    internal IamRole? Find(string roleName) => _roles.GetValueOrDefault(roleName);

    internal void Remove(string roleName) => _roles.TryRemove(roleName, out _);

    private IamRole? FindByArn(string roleArn) => _roles.Values.FirstOrDefault(role => role.Arn == roleArn);

    private static AwsException NoSuchRole(string role) => new("NoSuchEntity", $"The role {role} cannot be found.", 404);
}
