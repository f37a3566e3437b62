using Amazon.Runtime;

namespace Amazon.DirectoryService.Model;

/// <summary>The registration has begun.</summary>
public partial class RegisterCertificateResponse : AmazonWebServiceResponse
{
    public string CertificateId { get; set; }
}
