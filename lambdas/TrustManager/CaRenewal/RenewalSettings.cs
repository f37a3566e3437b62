using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Revocation;

namespace Infra.TrustManager.CaRenewal;

/// <summary>What the function is about; <see cref="RenewalSettingsReader"/> reads it from the environment.</summary>
public sealed record RenewalSettings
{
    public required CaArn Ca { get; init; }

    public required RenewalMode Mode { get; init; }

    /// <summary>Bucket of <c>ca-renewal/&lt;ca-id&gt;.json</c>.</summary>
    public required string MemoryBucket { get; init; }

    public required PublicationSettings Publication { get; init; }

    /// <summary>
    /// The CRL settings that the deployment gives the CA; null where it gives none, and then they are not compared.
    /// </summary>
    public CrlSettings? DesiredCrl { get; init; }

    /// <summary>Where the CRL is that those settings ask for; null where there are none.</summary>
    public CrlTarget? CrlTarget => DesiredCrl is { S3BucketName: { } bucket, CustomCname: { } host } crl
        ? new CrlTarget(Ca, bucket, new CrlPlace(host, crl.CustomPath, Ca.CaId), crl.CrlType ?? CrlTypes.Complete)
        : null;

    /// <summary>How a certificate is reissued; null where nothing is.</summary>
    public required ReissueSettings? Reissue { get; init; }
}
