namespace Amazon.ACMPCA.Model;

/// <summary>Changes revocation or status of a CA.</summary>
public partial class UpdateCertificateAuthorityRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    /// <summary>Replaces the whole block: members left null go back to the service's defaults.</summary>
    public RevocationConfiguration RevocationConfiguration { get; set; }

    public CertificateAuthorityStatus Status { get; set; }
}
