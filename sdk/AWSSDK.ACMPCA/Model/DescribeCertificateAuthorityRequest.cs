namespace Amazon.ACMPCA.Model;

/// <summary>Asks for status and settings of a CA.</summary>
public partial class DescribeCertificateAuthorityRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }
}
