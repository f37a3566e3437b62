namespace Amazon.ACMPCA.Model;

/// <summary>Key, signature and name of a CA.</summary>
public partial class CertificateAuthorityConfiguration
{
    public KeyAlgorithm KeyAlgorithm { get; set; }

    public SigningAlgorithm SigningAlgorithm { get; set; }

    public ASN1Subject Subject { get; set; }
}
