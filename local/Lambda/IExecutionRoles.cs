using Infra.Local.Endpoint;
using Infra.Local.Iam.Roles;

namespace Infra.Local.Lambda;

/// <summary>Assumes roles for functions.</summary>
public interface IExecutionRoles
{
    /// <param name="functionName">Becomes the name of the session, as on AWS.</param>
    /// <exception cref="AwsException">The role does not exist, or its trust policy does not name <c>lambda.amazonaws.com</c>.</exception>
    RoleCredentials Assume(string roleArn, string functionName);
}
