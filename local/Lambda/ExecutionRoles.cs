using Infra.Local.Iam.Roles;

namespace Infra.Local.Lambda;

/// <summary>The roles of deployed templates, as Lambda assumes them.</summary>
public sealed class ExecutionRoles(IdentityStore identities) : IExecutionRoles
{
    public RoleCredentials Assume(string roleArn, string functionName) =>
        identities.CredentialsFor(roleArn, "lambda.amazonaws.com", functionName);
}
