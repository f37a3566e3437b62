namespace Amazon.ACMPCA.Model;

/// <summary>Makes a CA that still needs a certificate.</summary>
public partial class CreateCertificateAuthorityRequest : AmazonACMPCARequest
{
    public CertificateAuthorityConfiguration CertificateAuthorityConfiguration { get; set; }

    public RevocationConfiguration RevocationConfiguration { get; set; }

    public CertificateAuthorityType CertificateAuthorityType { get; set; }

    /// <summary>Not filled by the client; null is not sent.</summary>
    public string IdempotencyToken { get; set; }

    public KeyStorageSecurityStandard KeyStorageSecurityStandard { get; set; }

    public List<Tag> Tags { get; set; }

    public CertificateAuthorityUsageMode UsageMode { get; set; }
}
