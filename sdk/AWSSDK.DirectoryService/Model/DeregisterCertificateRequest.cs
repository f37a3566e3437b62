namespace Amazon.DirectoryService.Model;

/// <summary>Ends the trust in a CA certificate.</summary>
public partial class DeregisterCertificateRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public string CertificateId { get; set; }
}
