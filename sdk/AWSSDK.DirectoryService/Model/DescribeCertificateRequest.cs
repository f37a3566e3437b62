namespace Amazon.DirectoryService.Model;

/// <summary>Asks for one registered certificate.</summary>
public partial class DescribeCertificateRequest : AmazonDirectoryServiceRequest
{
    public string DirectoryId { get; set; }

    public string CertificateId { get; set; }
}
