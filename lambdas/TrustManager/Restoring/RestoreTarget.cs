using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.Restoring;

/// <summary>What Delete needs to know; read leniently, since what was never valid was never put in force.</summary>
public sealed record RestoreTarget(CaArn Ca, string Bucket, bool RestoreOnDelete)
{
    /// <summary>The target, or null when the properties name no CA or no bucket that could exist.</summary>
    public static RestoreTarget? Find(ResourceProperties properties) =>
        CaArn.TryParse(properties[nameof(CaRevocationProperties.CertificateAuthorityArn)], out var ca)
        && properties[nameof(CaRevocationProperties.CrlBucketName)] is { } bucket
            ? new RestoreTarget(
                ca,
                bucket,
                !"false".Equals(
                    properties[nameof(CaRevocationProperties.RestoreOnDelete)], StringComparison.OrdinalIgnoreCase))
            : null;
}
