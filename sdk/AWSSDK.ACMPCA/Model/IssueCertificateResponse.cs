using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate that will be issued; it is ready a little later.</summary>
public partial class IssueCertificateResponse : AmazonWebServiceResponse
{
    public string CertificateArn { get; set; }
}
