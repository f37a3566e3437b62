using Infra.Local.Endpoint;
using Infra.Local.Iam.Roles;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

/// <summary>One credential a role; roles in <see cref="NotAssumable"/> do not trust Lambda.</summary>
internal sealed class FakeExecutionRoles : IExecutionRoles
{
    public HashSet<string> NotAssumable { get; } = [];

    public RoleCredentials Assume(string roleArn, string functionName) => NotAssumable.Contains(roleArn)
        ? throw new AwsException(
            "InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.")
        : new RoleCredentials($"ASIA-{roleArn.Split('/')[^1]}", "secret", "session");
}
