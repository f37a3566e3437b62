using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The CA that was made.</summary>
public partial class CreateCertificateAuthorityResponse : AmazonWebServiceResponse
{
    public string CertificateAuthorityArn { get; set; }
}
