using Infra.Local.Account;
using Infra.Local.CloudFormation;
using Infra.Local.Iam;

namespace Infra.Local.Tests.S3;

/// <summary>Valid values that a test need not care about.</summary>
internal static class Some
{
    public const string AccountId = "111122223333";

    public const string Region = "us-gov-west-1";

    public const string BucketName = "corp-crl";

    public const string KeyArn = "arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/01234567-89ab-cdef-0123-456789abcdef";

    public static readonly AwsAccount Account = new(AccountId, Region);

    public static readonly Principal.Administrator Administrator = new(AccountId);

    public static ResourceContext Context(string logicalId = "Crls") => new(
        "Distribution",
        $"arn:aws-us-gov:cloudformation:{Region}:{AccountId}:stack/Distribution/1",
        logicalId,
        new Dictionary<string, string>());
}
