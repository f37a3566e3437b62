namespace Amazon.ACMPCA.Model;

/// <summary>Gives a CA its own certificate.</summary>
public partial class ImportCertificateAuthorityCertificateRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    /// <summary>PEM as UTF-8; the whole buffer is sent.</summary>
    public MemoryStream Certificate { get; set; }

    /// <summary>PEM as UTF-8; not for a root CA.</summary>
    public MemoryStream CertificateChain { get; set; }
}
