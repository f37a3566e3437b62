using Infra.Local.Endpoint;
using Infra.Local.Lambda;

namespace Infra.Local.Tests.Lambda;

/// <summary>One credential a role; roles in <see cref="NotAssumable"/> do not trust Lambda.</summary>
internal sealed class FakeExecutionRoles : IExecutionRoles
{
    public HashSet<string> NotAssumable { get; } = [];

    public ExecutionCredentials Assume(string roleArn) => NotAssumable.Contains(roleArn)
        ? throw new AwsException(
            "InvalidParameterValueException", "The role defined for the function cannot be assumed by Lambda.")
        : new ExecutionCredentials($"ASIA-{roleArn.Split('/')[^1]}", "secret", "session");
}
