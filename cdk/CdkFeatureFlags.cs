using Infra.Cdk.Configuration;

namespace Infra.Cdk;

/// <summary>Behaviour of the CDK that it keeps off unless asked.</summary>
/// <remarks>In code and not in cdk.json, whose context reaches the app only through the CLI: tests and tools synthesize without it.</remarks>
public static class CdkFeatureFlags
{
    public static Dictionary<string, object> All => new()
    {
        // ARNs carry the Region's own partition as a literal, so that a template can be searched for a wrong one.
        ["@aws-cdk/core:enablePartitionLiterals"] = true,
        ["@aws-cdk/core:target-partitions"] = Partition.All,
        // Without it, S3 and the load balancer would ask for the log bucket through ACLs, which new buckets refuse.
        ["@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy"] = true,
        // One spelling of service principals in every Region.
        ["@aws-cdk/aws-iam:standardizedServicePrincipals"] = true,
        // A secret in a place where it would be readable fails the synthesis.
        ["@aws-cdk/core:checkSecretUsage"] = true,
    };
}
