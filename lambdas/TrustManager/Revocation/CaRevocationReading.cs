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
        nameof(CaRevocationProperties.RestoreOnDelete),
    ];

    /// <summary>The properties; meaningless where <paramref name="reader"/> has problems.</summary>
    public static CaRevocationProperties Read(PropertyReader reader)
    {
        var read = new CaRevocationProperties
        {
            CertificateAuthorityArn = reader.Ca(nameof(CaRevocationProperties.CertificateAuthorityArn)),
            CrlBucketName = reader.Text(
                nameof(CaRevocationProperties.CrlBucketName),
                Bucket(),
                "the name of a bucket: 3 to 63 of a-z, 0-9, '.' and '-'"),
            CustomCname = reader.Text(
                nameof(CaRevocationProperties.CustomCname),
                Host(),
                "a host name of at most 253 characters, without 'http://' and without a path"),
            ExpirationInDays = reader.Whole(
                nameof(CaRevocationProperties.ExpirationInDays), 1, 5000, CaRevocationProperties.DefaultExpirationInDays),
            CrlType = reader.Optional(nameof(CaRevocationProperties.CrlType), Type(), "COMPLETE or PARTITIONED")
                ?? CrlTypes.Complete,
            CustomPath = reader.Optional(
                nameof(CaRevocationProperties.CustomPath),
                Path(),
                "names joined by '/', at most 253 characters, with no '/' at either end"),
            AiaPrefix = reader.Optional(
                nameof(CaRevocationProperties.AiaPrefix), Prefix(), "names that each end in '/', as in 'aia/'")
                ?? CaRevocationProperties.DefaultAiaPrefix,
            RestoreBucketName = reader.Optional(
                nameof(CaRevocationProperties.RestoreBucketName), AnyBucket(), "the name of a bucket"),
            RestoreOnDelete = reader.Flag(nameof(CaRevocationProperties.RestoreOnDelete), whenAbsent: true),
        };

        if (read is { CrlType: CrlTypes.Partitioned, CustomPath: null })
        {
            reader.Add(
                "CrlType is PARTITIONED without a CustomPath; the keys of such CRLs are not documented, so they could "
                    + "be "
                + "neither found nor served: give a CustomPath");
        }

        return read;
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex Bucket();

    // Buckets made before 2018 may have capitals and underscores.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{3,255}\z")]
    private static partial Regex AnyBucket();

    // A port is for the local AWS, whose load balancer cannot have port 80.
    [GeneratedRegex(
        @"\A(?=.{1,253}\z)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*(:[0-9]{1,5})?\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Host();

    [GeneratedRegex(@"\A(COMPLETE|PARTITIONED)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Type();

    [GeneratedRegex(
        @"\A(?=.{1,253}\z)[-a-zA-Z0-9;?:@&=+$,%_.!~*()']+(/[-a-zA-Z0-9;?:@&=+$,%_.!~*()']+)*\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Path();

    [GeneratedRegex(@"\A([A-Za-z0-9._-]+/)+\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
