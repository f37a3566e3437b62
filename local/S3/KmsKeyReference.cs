using Infra.Local.Account;

namespace Infra.Local.S3;

/// <summary>The ways in which a KMS key is named.</summary>
public static class KmsKeyReference
{
    /// <summary>ARN of a key given by ARN, id, alias or not at all, which means the key <c>aws/s3</c>.</summary>
    public static string ToArn(string? key, AwsAccount account) => key switch
    {
        null or "" => account.Arn("kms", "alias/aws/s3"),
        _ when key.StartsWith("arn:", StringComparison.Ordinal) => key,
        _ when key.StartsWith("alias/", StringComparison.Ordinal) => account.Arn("kms", key),
        _ => account.Arn("kms", $"key/{key}"),
    };
}
