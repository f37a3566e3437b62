using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.Iam.Decisions;
using Infra.Local.Iam.Policies;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Iam;

/// <summary>Decides calls by the policies of the roles in an <see cref="IdentityStore"/> and of the resource itself.</summary>
public sealed class AccessControl(IdentityStore identities, AwsAccount account, TimeProvider time) : IAccessControl
{
    public void Demand(AccessRequest request, string? resourcePolicy = null)
    {
        var decision = PolicyEvaluation.Decide(
            request,
            RequestKeys.Of(request, account, time.GetUtcNow()),
            request.Principal is Principal.Role role ? identities.PoliciesOf(role.Arn) : [],
            resourcePolicy is null ? null : PolicyDocument.Parse(resourcePolicy, PolicyKind.Resource));
        if (!decision.IsAllowed)
        {
            throw new AwsException(
                "AccessDenied",
                $"User: {RequestKeys.NameOf(request.Principal, account)} is not authorized to perform: {request.Action} "
                + $"on resource: {request.Resource} {decision.Because}",
                403);
        }
    }
}
