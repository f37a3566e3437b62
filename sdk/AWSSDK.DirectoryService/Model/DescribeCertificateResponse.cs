using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>One registered certificate.</summary>
public partial class DescribeCertificateResponse : AmazonWebServiceResponse
{
    public Certificate Certificate { get; set; }
}
