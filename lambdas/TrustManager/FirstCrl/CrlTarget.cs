using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.FirstCrl;

/// <summary>The CRL that must exist.</summary>
public sealed record CrlTarget(CaArn Ca, string Bucket, CrlPlace Place, string CrlType)
{
    public bool IsPartitioned => CrlType == CrlTypes.Partitioned;

    /// <summary>Null where only a certificate says which CRL is the CA's.</summary>
    public string? KnownUrl => Place.CompleteKey is { } key ? Place.Url(key) : null;
}
