using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;

namespace Infra.TrustManager.Revocation;

/// <summary>Properties of <c>Custom::CaRevocation</c>; each is named as in the template.</summary>
public sealed record CaRevocationProperties
{
    /// <summary>The CA whose CRL settings are managed. Required.</summary>
    public required CaArn CertificateAuthorityArn { get; init; }

    /// <summary>Bucket that Private CA writes CRLs to; also keeps the restore point. Required.</summary>
    public required string CrlBucketName { get; init; }

    /// <summary>
    /// Host that certificates name as their distribution point, without a scheme: at most 253 characters. Required.
    /// </summary>
    public required string CustomCname { get; init; }

    /// <summary>
    /// Days until a CRL expires: 1 to 5000, default 7, as in Private CA's console. Private CA refreshes at half of it,
    /// so
    /// that fewer days leave less time to repair a writer, and more days let clients trust a revoked certificate for
    /// longer.
    /// </summary>
    public int ExpirationInDays { get; init; } = DefaultExpirationInDays;

    /// <summary><c>COMPLETE</c> (default) or <c>PARTITIONED</c>.</summary>
    public string CrlType { get; init; } = CrlTypes.Complete;

    /// <summary>
    /// Folder of the CRLs in the bucket; required with <c>PARTITIONED</c>, whose keys are not documented without one.
    /// </summary>
    public string? CustomPath { get; init; }

    /// <summary>Key prefix of CA certificates. Default: <c>aia/</c>.</summary>
    public string AiaPrefix { get; init; } = DefaultAiaPrefix;

    /// <summary>Bucket of the CA's earlier settings, when Delete may write there.</summary>
    public string? RestoreBucketName { get; init; }

    /// <summary>Folder of the CRLs of the CA's earlier settings, when Delete may write there.</summary>
    public string? RestoreCustomPath { get; init; }

    /// <summary>Whether Delete puts the earlier settings back. Default: true.</summary>
    public bool RestoreOnDelete { get; init; } = true;

    /// <summary>Whether the CA is a former one, which goes on publishing here beside the present one.</summary>
    public bool IsFormer { get; init; }

    /// <summary>
    /// CAs that go on publishing here when this one takes their place; ARNs joined by commas. Default: none.
    /// </summary>
    public IReadOnlyList<CaArn> FormerCertificateAuthorities { get; init; } = [];

    internal const int DefaultExpirationInDays = 7;

    internal const string DefaultAiaPrefix = "aia/";

    /// <summary>The settings that these properties ask for.</summary>
    public CrlSettings DesiredCrl() => new()
    {
        Enabled = true,
        ExpirationInDays = ExpirationInDays,
        CustomCname = CustomCname,
        S3BucketName = CrlBucketName,

        // PUBLIC_READ, the default, fails on a bucket that blocks public access.
        S3ObjectAcl = "BUCKET_OWNER_FULL_CONTROL",
        CrlType = CrlType,
        CustomPath = CustomPath,
    };

    /// <exception cref="ResourceException">Lists everything that is wrong.</exception>
    public static CaRevocationProperties From(ResourceProperties properties)
    {
        var reader = new PropertyReader(properties);
        var read = CaRevocationReading.Read(reader);
        return reader.Problems.Count == 0
            ? read
            : throw new ResourceException(
                $"Custom::CaRevocation cannot work with its properties: {string.Join("; ", reader.Problems)}. "
                + "Nothing was changed; correct the environment file and deploy again.");
    }
}
