using Infra.TrustManager.CertificateAuthorities;

namespace Infra.TrustManager.CaRenewal;

/// <summary>How the certificate of a CA is reissued, and where it is published.</summary>
public sealed record ReissueSettings
{
    /// <summary>
    /// How long before its end the certificate is reissued, in days: 1 to 3650 and less than the validity, or each run
    /// would reissue it again. Earlier leaves more time to publish the new one in Active Directory.
    /// </summary>
    public required int RenewBeforeDays { get; init; }

    /// <summary>Validity of a reissued certificate, in years: 1 to 50, as at the activation of a CA.</summary>
    public required int ValidityYears { get; init; }

    /// <summary>The CA above, which issues the certificate; null for a root, which issues its own.</summary>
    public required CaArn? Parent { get; init; }

    /// <summary>How many CAs may follow below: 0 to 3, the range of Private CA's templates; null for a root.</summary>
    public required int? PathLength { get; init; }

    public required string PublishBucket { get; init; }

    /// <summary>Where clients download the CA's certificate; its path is the key in the bucket.</summary>
    public required Uri CertificateUrl { get; init; }

    public TimeSpan RenewBefore => TimeSpan.FromDays(RenewBeforeDays);

    /// <summary>What comes before <c>&lt;ca-id&gt;.cer</c> in the key.</summary>
    public string PublishPrefix
    {
        get
        {
            var key = Uri.UnescapeDataString(CertificateUrl.AbsolutePath).TrimStart('/');
            return key[..(key.LastIndexOf('/') + 1)];
        }
    }
}
