using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace Infra.Cdk.Constructs;

/// <summary>
/// Puts every role of an environment below one path, by which bucket policies know the environment's own functions.
/// </summary>
/// <remarks>
/// A path and not a list of roles: the stacks that hold the buckets are deployed before those of most functions, and a
/// role's name is CloudFormation's. IAM allows 512 characters for a path; this one has at most 36.
/// </remarks>
/// <param name="environment">Name of the environment.</param>
public sealed class FunctionRoles(string environment) : DeputyBase, IAspect
{
    private string Path => $"/infra/{environment}/";

    public void Visit(IConstruct node)
    {
        if (node is CfnRole role)
        {
            role.Path = Path;
        }
    }

    /// <summary>
    /// Matches <c>aws:PrincipalArn</c> of the environment's roles; for a session of a role, that is the role with its
    /// path.
    /// </summary>
    public string ArnPattern(Stack stack) => stack.FormatArn(new ArnComponents
    {
        Service = "iam",
        Region = "",
        Resource = "role",
        ResourceName = $"{Path[1..]}*",
    });
}
