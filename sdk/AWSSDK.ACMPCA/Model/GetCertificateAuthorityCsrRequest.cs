namespace Amazon.ACMPCA.Model;

/// <summary>Asks for the certificate request of a CA.</summary>
public partial class GetCertificateAuthorityCsrRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }
}
