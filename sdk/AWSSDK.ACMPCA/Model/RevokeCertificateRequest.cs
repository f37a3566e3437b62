namespace Amazon.ACMPCA.Model;

/// <summary>Puts a certificate on the CA's next CRL.</summary>
public partial class RevokeCertificateRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    /// <summary>Hexadecimal with or without colons.</summary>
    public string CertificateSerial { get; set; }

    public RevocationReason RevocationReason { get; set; }
}
