using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate of a CA.</summary>
public partial class GetCertificateAuthorityCertificateResponse : AmazonWebServiceResponse
{
    /// <summary>PEM.</summary>
    public string Certificate { get; set; }

    /// <summary>PEM; null for a root CA.</summary>
    public string CertificateChain { get; set; }
}
