namespace Amazon.DirectoryService.Model;

/// <summary>A registered certificate.</summary>
public partial class Certificate
{
    public string CertificateId { get; set; }

    public CertificateState State { get; set; }

    public string StateReason { get; set; }

    public string CommonName { get; set; }

    public DateTime? RegisteredDateTime { get; set; }

    public DateTime? ExpiryDateTime { get; set; }

    public CertificateType Type { get; set; }

    public ClientCertAuthSettings ClientCertAuthSettings { get; set; }
}
