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
    public static CrlLocation Of(CertificateAuthority authority, string region)
    {
        var crl = authority.Revocation.Crl;
        var key = $"{crl.CustomPath ?? DefaultFolder}/{authority.Id}.crl";
        var host = crl.CustomCname ?? $"{crl.S3BucketName}.s3.{region}.amazonaws.com";
        return new CrlLocation(crl.S3BucketName, key, $"http://{host}/{key}");
    }
}
