using System.Text.RegularExpressions;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Revocation;

/// <summary>Reads and checks the properties of <c>Custom::CaRevocation</c>.</summary>
/// <remarks>The limits are those of Private CA (API Reference, CrlConfiguration).</remarks>
internal static partial class CaRevocationReading
{
    public static IReadOnlyList<string> Known { get; } =
    [
        nameof(CaRevocationProperties.CertificateAuthorityArn),
        nameof(CaRevocationProperties.CrlBucketName),
        nameof(CaRevocationProperties.CustomCname),
        nameof(CaRevocationProperties.ExpirationInDays),
        nameof(CaRevocationProperties.CrlType),
        nameof(CaRevocationProperties.CustomPath),
        nameof(CaRevocationProperties.AiaPrefix),
        nameof(CaRevocationProperties.RestoreBucketName),
        nameof(CaRevocationProperties.RestoreCustomPath),
        nameof(CaRevocationProperties.RestoreOnDelete),
        nameof(CaRevocationProperties.IsFormer),
        nameof(CaRevocationProperties.FormerCertificateAuthorities),
    ];

    /// <summary>The properties; meaningless where <paramref name="reader"/> has problems.</summary>
    public static CaRevocationProperties Read(PropertyReader reader)
    {
        var (type, path) = CrlPlaceReading.TypeAndPath(reader);
        return new CaRevocationProperties
        {
            CertificateAuthorityArn = reader.Ca(nameof(CaRevocationProperties.CertificateAuthorityArn)),
            CrlBucketName = CrlPlaceReading.Bucket(reader),
            CustomCname = CrlPlaceReading.Host(reader),
            ExpirationInDays = reader.Whole(
                nameof(CaRevocationProperties.ExpirationInDays), 1, 5000, CaRevocationProperties.DefaultExpirationInDays),
            CrlType = type,
            CustomPath = path,
            AiaPrefix = reader.Optional(
                nameof(CaRevocationProperties.AiaPrefix), Prefix(), "names that each end in '/', as in 'aia/'")
                ?? CaRevocationProperties.DefaultAiaPrefix,
            RestoreBucketName = reader.Optional(
                nameof(CaRevocationProperties.RestoreBucketName), AnyBucket(), "the name of a bucket"),
            RestoreCustomPath = CrlPlaceReading.Folder(reader, nameof(CaRevocationProperties.RestoreCustomPath)),
            RestoreOnDelete = reader.Flag(nameof(CaRevocationProperties.RestoreOnDelete), whenAbsent: true),
            IsFormer = reader.Flag(nameof(CaRevocationProperties.IsFormer), whenAbsent: false),
            FormerCertificateAuthorities = reader.Cas(nameof(CaRevocationProperties.FormerCertificateAuthorities)),
        };
    }

    // Buckets made before 2018 may have capitals and underscores.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{3,255}\z")]
    private static partial Regex AnyBucket();

    [GeneratedRegex(@"\A([A-Za-z0-9._-]+/)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
