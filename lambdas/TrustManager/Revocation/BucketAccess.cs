namespace Infra.TrustManager.Revocation;

/// <summary>What to do when Private CA does not accept a CRL bucket.</summary>
/// <remarks>
/// It tries the bucket as itself and as the caller (API Reference, CrlConfiguration). That it writes the test key in the
/// root is documented (Private CA User Guide, planning a CRL); which other keys it tries is not.
/// </remarks>
internal static class BucketAccess
{
    public static string WhatToAdd(CrlSettings settings)
    {
        var folders = settings.CustomPath is { Length: > 0 } path
            ? $"{CrlPlace.CompleteFolder}*, {path}/*"
            : $"{CrlPlace.CompleteFolder}*";
        return $"For bucket '{settings.S3BucketName}' the bucket policy must allow acm-pca.amazonaws.com, and the role of "
            + "this function must allow, s3:GetBucketAcl and s3:GetBucketLocation on the bucket, s3:PutObject and "
            + $"s3:PutObjectAcl on {folders} and acm-pca-permission-test-key* in it; the key policy of an encrypted "
            + "bucket, kms:GenerateDataKey and kms:Decrypt. Where all that is there, Private CA tried another key: "
            + "CloudTrail's data events of the bucket name it. Add it to PrivateCaKeys (cdk/Constructs), then deploy again.";
    }
}
