using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>One page of the registered certificates of a directory.</summary>
public partial class ListCertificatesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }

    public List<CertificateInfo> CertificatesInfo { get; set; }
}
