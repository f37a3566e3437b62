namespace Amazon.ACMPCA.Model;

/// <summary>Has a CA sign a certificate request.</summary>
public partial class IssueCertificateRequest : AmazonACMPCARequest
{
    public string CertificateAuthorityArn { get; set; }

    /// <summary>PEM as UTF-8; the whole buffer is sent.</summary>
    public MemoryStream Csr { get; set; }

    public SigningAlgorithm SigningAlgorithm { get; set; }

    public Validity Validity { get; set; }

    public Validity ValidityNotBefore { get; set; }

    public string TemplateArn { get; set; }

    public ApiPassthrough ApiPassthrough { get; set; }

    /// <summary>Not filled by the client; null is not sent.</summary>
    public string IdempotencyToken { get; set; }
}
