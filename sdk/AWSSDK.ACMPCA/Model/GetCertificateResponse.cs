using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>An issued certificate.</summary>
public partial class GetCertificateResponse : AmazonWebServiceResponse
{
    /// <summary>PEM.</summary>
    public string Certificate { get; set; }

    /// <summary>PEM.</summary>
    public string CertificateChain { get; set; }
}
