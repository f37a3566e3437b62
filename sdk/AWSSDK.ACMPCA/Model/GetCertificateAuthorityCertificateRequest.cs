namespace Amazon.ACMPCA.Model;

/// <summary>Asks for the certificate of a CA.</summary>
public partial class GetCertificateAuthorityCertificateRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }
}
