using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;

namespace Infra.Cdk.Constructs;

/// <summary>Denies changes of the functions' state to all principals but the environment's own functions.</summary>
/// <remarks>
/// Scheduled runs act on their state, so that <c>s3:PutObject</c> on it, which administrators of an account tend to
/// have, must not be the right to change what a directory trusts. Actions on the bucket itself stay as they are:
/// CloudFormation, the account's root user and principals that may change bucket policies can lift the protection
/// (docs/runbook.md#statemismatch). Lifecycle rules are not subject to bucket policies (Amazon S3 user guide, "Managing
/// the lifecycle of objects").
/// </remarks>
internal static class StateProtection
{
    /// <summary>
    /// Everything that makes another object, or none, the newest under a key; replication from another bucket too.
    /// </summary>
    private static readonly string[] Changes =
        ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:PutObject", "s3:ReplicateDelete", "s3:ReplicateObject"];

    /// <param name="bucket">Holds the state.</param>
    /// <param name="roles">Who may change it, as far as their own policies allow.</param>
    /// <param name="keys">Key patterns of the state, such as <c>aia/*</c>.</param>
    public static void AddTo(Bucket bucket, FunctionRoles roles, params IEnumerable<string> keys) =>
        bucket.AddToResourcePolicy(new PolicyStatement(new PolicyStatementProps
        {
            Sid = "OnlyFunctionsChangeState",
            Effect = Effect.DENY,
            Principals = [new AnyPrincipal()],
            Actions = Changes,
            Resources = [.. keys.Select(bucket.ArnForObjects)],
            Conditions = new Dictionary<string, object>
            {
                // Also true where the key is missing: AWS services and unsigned requests have no role.
                ["ArnNotLike"] = new Dictionary<string, object>
                {
                    ["aws:PrincipalArn"] = roles.ArnPattern(Stack.Of(bucket)),
                },
            },
        }));
}
