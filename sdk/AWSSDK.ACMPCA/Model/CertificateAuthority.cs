namespace Amazon.ACMPCA.Model;

/// <summary>A CA as the service describes it.</summary>
public partial class CertificateAuthority
{
    public string Arn { get; set; }

    public string OwnerAccount { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? LastStateChangeAt { get; set; }

    public CertificateAuthorityType Type { get; set; }

    public string Serial { get; set; }

    public CertificateAuthorityStatus Status { get; set; }

    public DateTime? NotBefore { get; set; }

    public DateTime? NotAfter { get; set; }

    public FailureReason FailureReason { get; set; }

    public CertificateAuthorityConfiguration CertificateAuthorityConfiguration { get; set; }

    public RevocationConfiguration RevocationConfiguration { get; set; }

    public DateTime? RestorableUntil { get; set; }

    public KeyStorageSecurityStandard KeyStorageSecurityStandard { get; set; }

    public CertificateAuthorityUsageMode UsageMode { get; set; }
}
