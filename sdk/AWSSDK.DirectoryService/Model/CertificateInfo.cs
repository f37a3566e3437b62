namespace Amazon.DirectoryService.Model;

/// <summary>A registered certificate as a list shows it.</summary>
public partial class CertificateInfo
{
    public string CertificateId { get; set; }

    public string CommonName { get; set; }

    public CertificateState State { get; set; }

    public DateTime? ExpiryDateTime { get; set; }

    public CertificateType Type { get; set; }
}
