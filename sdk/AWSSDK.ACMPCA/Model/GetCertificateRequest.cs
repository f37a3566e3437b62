namespace Amazon.ACMPCA.Model;

/// <summary>Asks for an issued certificate.</summary>
public partial class GetCertificateRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    public string CertificateArn { get; set; }
}
