using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>Whether Delete will be able to put earlier settings back.</summary>
/// <remarks>
/// Private CA takes settings only from a caller that may itself write to the bucket they name (API Reference,
/// UpdateCertificateAuthority). The function's role may write the CRLs of the buckets and folders in its properties only.
/// </remarks>
public static class RestoreAccess
{
    /// <summary>What stands in the way and what to do about it, or null.</summary>
    public static string? Problem(CrlSettings previous, CaRevocationProperties properties)
    {
        if (!properties.RestoreOnDelete || previous is not { Enabled: true, S3BucketName: { } bucket })
        {
            return null;
        }

        string[] settings =
        [
            .. IsNamed(bucket, properties)
                ? Array.Empty<string>()
                : [$"certificateAuthority.restoreBucketName to \"{bucket}\""],
            .. previous.CustomPath is not { Length: > 0 } path || IsWritable(bucket, path, properties)
                ? Array.Empty<string>()
                : [$"certificateAuthority.restoreCustomPath to \"{path}\""],
        ];
        return settings.Length == 0
            ? null
            : $"CA {properties.CertificateAuthorityArn.CaId} publishes its CRLs to {Place(bucket, previous)}, and "
                + "deleting this stack could not restore that without permission to write there. Nothing was changed. "
                + $"In the environment file set {string.Join(" and ", settings)}, or "
                + "certificateAuthority.restoreOnDelete to false, and deploy again.";
    }

    private static bool IsNamed(string bucket, CaRevocationProperties properties) =>
        bucket == properties.CrlBucketName || bucket == properties.RestoreBucketName;

    /// <summary>Every bucket that is named lets the role write below <c>crl/</c>.</summary>
    private static bool IsWritable(string bucket, string path, CaRevocationProperties properties) =>
        path == properties.RestoreCustomPath
        || (path == properties.CustomPath && bucket == properties.CrlBucketName)
        || $"{path}/".StartsWith(CrlPlace.CompleteFolder, StringComparison.Ordinal);

    private static string Place(string bucket, CrlSettings previous) => previous.CustomPath is { Length: > 0 } path
        ? $"folder '{path}' of bucket '{bucket}'"
        : $"bucket '{bucket}'";
}
