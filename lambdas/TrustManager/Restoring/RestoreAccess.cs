using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Whether Delete will be able to put earlier settings back.</summary>
/// <remarks>Private CA takes settings only from a caller that may itself write to the bucket they name
/// (API Reference, UpdateCertificateAuthority).</remarks>
public static class RestoreAccess
{
    /// <summary>What stands in the way and what to do about it, or null.</summary>
    public static string? Problem(CrlSettings previous, CaRevocationProperties properties) =>
        !properties.RestoreOnDelete
        || !previous.Enabled
        || previous.S3BucketName is null
        || previous.S3BucketName == properties.CrlBucketName
        || previous.S3BucketName == properties.RestoreBucketName
            ? null
            : $"CA {properties.CertificateAuthorityArn.CaId} publishes its CRLs to bucket '{previous.S3BucketName}', "
                + "and deleting this stack could not "
                + "restore that without permission to write there. Nothing was changed. In the environment file set "
                + $"certificateAuthority.restoreBucketName to \"{previous.S3BucketName}\", or "
                + "certificateAuthority.restoreOnDelete to false, "
                + "and deploy again.";
}
