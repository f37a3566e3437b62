using Infra.Local.PrivateCa.Authorities;

namespace Infra.Local.PrivateCa.Revocation;

/// <summary>Where a CA's CRL lies and where certificates say it lies.</summary>
/// <param name="Bucket">S3 bucket.</param>
/// <param name="Key">Object key.</param>
/// <param name="Url">CRL distribution point.</param>
public sealed record CrlLocation(string Bucket, string Key, string Url)
{
    /// <summary>Folder of complete CRLs when the CA has no <c>CustomPath</c>; Private CA user guide, "Plan a CRL".</summary>
    private const string DefaultFolder = "crl";

    /// <remarks>
    /// AWS documents <c>CustomPath</c> for partitioned CRLs only; that it replaces the folder of a complete one as well is an
    /// assumption.
    /// </remarks>
    public static CrlLocation Of(CertificateAuthority authority, string region) =>
        At(authority, region, $"{authority.Revocation.Crl.CustomPath ?? DefaultFolder}/{authority.Id}.crl");

    /// <remarks>
    /// AWS documents <c>CustomPath/GUID.crl</c>, and without <c>CustomPath</c> only that a GUID is in the key. UNVERIFIED: that the
    /// folder then is that of the CA below the folder of complete CRLs.
    /// </remarks>
    public static CrlLocation OfNewPartition(CertificateAuthority authority, string region) =>
        At(authority, region, $"{authority.Revocation.Crl.CustomPath ?? $"{DefaultFolder}/{authority.Id}"}/{Guid.NewGuid()}.crl");

    private static CrlLocation At(CertificateAuthority authority, string region, string key)
    {
        var crl = authority.Revocation.Crl;
        var host = crl.CustomCname ?? $"{crl.S3BucketName}.s3.{region}.amazonaws.com";
        return new CrlLocation(crl.S3BucketName, key, $"http://{host}/{key}");
    }
}
