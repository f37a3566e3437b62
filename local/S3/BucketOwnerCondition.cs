using Infra.Local.Account;
using Infra.Local.Endpoint;
using Infra.Local.S3.Store;

namespace Infra.Local.S3;

/// <summary>The account that a caller expects to own a bucket; S3 compares it before anything else is done.</summary>
/// <remarks>S3 User Guide, "Verifying bucket ownership with bucket owner condition", read 2026-11-30.</remarks>
internal static class BucketOwnerCondition
{
    private const string Bucket = "x-amz-expected-bucket-owner";
    private const string Source = "x-amz-source-expected-bucket-owner";

    /// <summary>Every bucket here belongs to the one account; one that does not exist is answered as such.</summary>
    public static void Demand(S3Exchange exchange, ObjectStore store, AwsAccount account)
    {
        if (exchange.Address.Bucket is { } bucket && store.Find(bucket) is not null)
        {
            Demand(exchange.Header(Bucket), account);
            Demand(exchange.Header(Source), account);
        }
    }

    /// <remarks>S3 gives no reason for the 403, so that nobody learns whose a bucket is.</remarks>
    private static void Demand(string? expected, AwsAccount account)
    {
        if (expected is null || expected == account.Id)
        {
            return;
        }

        throw expected.Length == account.Id.Length && expected.All(char.IsAsciiDigit)
            ? new AwsException("AccessDenied", "Access Denied", 403)
            : new AwsException(
                "InvalidBucketOwnerAWSAccountID",
                "The value of the expected bucket owner parameter must be an AWS Account ID",
                400);
    }
}
