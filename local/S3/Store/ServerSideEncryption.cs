namespace Infra.Local.S3.Store;

/// <summary>How an object is encrypted at rest; here it only decides headers and key permissions.</summary>
/// <param name="KmsKeyArn">ARN of the KMS key; null for a key that S3 manages.</param>
/// <param name="BucketKey">One data key for the whole bucket, which changes the encryption context that key policies see.</param>
public sealed record ServerSideEncryption(string? KmsKeyArn, bool BucketKey)
{
    /// <summary>SSE-S3: S3's default.</summary>
    public static ServerSideEncryption S3Managed { get; } = new(null, false);

    /// <summary>Value of the <c>x-amz-server-side-encryption</c> header.</summary>
    public string Algorithm => KmsKeyArn is null ? "AES256" : "aws:kms";

    /// <summary>The key <c>aws/s3</c>, which every principal of the account may use and no AWS service may.</summary>
    public bool IsAwsManagedKey => KmsKeyArn?.EndsWith(":alias/aws/s3", StringComparison.Ordinal) ?? false;
}
