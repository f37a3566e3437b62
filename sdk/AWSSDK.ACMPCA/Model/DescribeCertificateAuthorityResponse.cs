using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>Status and settings of a CA.</summary>
public partial class DescribeCertificateAuthorityResponse : AmazonWebServiceResponse
{
    public CertificateAuthority CertificateAuthority { get; set; }
}
