using Amazon.Runtime;

namespace Amazon.ACMPCA.Model;

/// <summary>The certificate request of a CA.</summary>
public partial class GetCertificateAuthorityCsrResponse : AmazonWebServiceResponse
{
    /// <summary>PEM.</summary>
    public string Csr { get; set; }
}
