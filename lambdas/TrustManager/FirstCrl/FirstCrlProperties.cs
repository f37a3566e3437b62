using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.FirstCrl;

/// <summary>Properties of <c>Custom::FirstCrl</c>; each is named as in the template.</summary>
/// <remarks>
/// They say where the CRL is and nothing else: CloudFormation runs the resource again when the place changes, and only
/// then.
/// </remarks>
public sealed record FirstCrlProperties
{
    /// <summary>The CA whose CRL must exist. Required.</summary>
    public required CaArn CertificateAuthorityArn { get; init; }

    /// <summary>Bucket that Private CA writes CRLs to. Required.</summary>
    public required string CrlBucketName { get; init; }

    /// <summary>Host that certificates name as their distribution point, without a scheme. Required.</summary>
    public required string CustomCname { get; init; }

    /// <summary><c>COMPLETE</c> (default) or <c>PARTITIONED</c>.</summary>
    public string CrlType { get; init; } = CrlTypes.Complete;

    /// <summary>Folder of the CRLs in the bucket; required with <c>PARTITIONED</c>.</summary>
    public string? CustomPath { get; init; }

    public CrlPlace Place => new(CustomCname, CustomPath, CertificateAuthorityArn.CaId);

    public CrlTarget Target => new(CertificateAuthorityArn, CrlBucketName, Place, CrlType);

    /// <exception cref="ResourceException">Lists everything that is wrong.</exception>
    public static FirstCrlProperties From(ResourceProperties properties)
    {
        var reader = new PropertyReader(properties);
        var (type, path) = CrlPlaceReading.TypeAndPath(reader);
        var read = new FirstCrlProperties
        {
            CertificateAuthorityArn = reader.Ca(nameof(CertificateAuthorityArn)),
            CrlBucketName = CrlPlaceReading.Bucket(reader),
            CustomCname = CrlPlaceReading.Host(reader),
            CrlType = type,
            CustomPath = path,
        };
        return reader.Problems.Count == 0
            ? read
            : throw new ResourceException(
                $"Custom::FirstCrl cannot work with its properties: {string.Join("; ", reader.Problems)}. "
                + "Nothing was changed; correct the environment file and deploy again.");
    }
}
